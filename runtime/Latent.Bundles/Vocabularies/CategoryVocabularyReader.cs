using System.Text.Json;

namespace Latent.Bundles;

/// <summary>Reads <c>vocabulary.json</c>, as strictly as a manifest.</summary>
internal static class CategoryVocabularyReader
{
    /// <returns>Null for a vocabulary of another kind.</returns>
    public static CategoryVocabulary? Read(string path, long rowSize)
    {
        var bytes = BundleFiles.Reading(path, () => File.ReadAllBytes(path));
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = new ManifestNode(document.RootElement, "$", path);
            if (root["kind"].Text() != CategoryVocabulary.Kind)
                return null;

            root.RejectDuplicates();
            root.WithKeys("kind", "columns");
            return new CategoryVocabulary(root["columns"].List(column => ReadColumn(column, rowSize)));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new BundleException(
                "The vocabulary does not match the format.", path, "categorical columns, each column and each of its categories once",
                exception.Message, Fixes.CopyAgain, exception);
        }
    }

    private static CategoricalColumn ReadColumn(ManifestNode node, long rowSize)
    {
        // The JSON key stays 'words' for compatibility.
        node.WithKeys("column", "words");
        return new CategoricalColumn((int)node["column"].Whole(0, rowSize - 1), node["words"].List(category => category.Text()));
    }
}
