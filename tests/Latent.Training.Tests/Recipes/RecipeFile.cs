using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Training.Tests.Recipes;

/// <summary>A recipe file for one test; disposing deletes it.</summary>
internal sealed class RecipeFile : IDisposable
{
    /// <summary>A minimal recipe: six lines.</summary>
    public const string Minimal = """
        name: tiny
        family: dense
        options:
          latent: 4
        data:
          name: synthetic:digits

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("latent-recipes-").FullName;

    public RecipeFile(string text)
    {
        Path = System.IO.Path.Combine(folder, "tiny.yaml");
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public static Recipe Load(string text, string? profile = null, params string[] overrides)
    {
        using var file = new RecipeFile(text);
        return Recipe.Load(file.Path, profile, overrides);
    }

    /// <summary>Returns the message of the error of loading, with the path of the file written as <c>tiny.yaml</c>.</summary>
    public static string Error(string text, string? profile = null, params string[] overrides)
    {
        using var file = new RecipeFile(text);
        var error = Assert.Throws<RecipeException>(() => Recipe.Load(file.Path, profile, overrides));
        return error.Message.Replace(file.Path, "tiny.yaml", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
