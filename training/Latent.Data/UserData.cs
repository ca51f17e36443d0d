using Latent.Sequences;

namespace Latent.Data;

/// <summary>Reads a user's file or folder as a data set.</summary>
internal static class UserData
{
    public static PublishedData Read(DataReference reference, DataOptions options) => reference.Kind switch
    {
        DataKind.Folder => ImageFolderReader.Read(reference.Location, options),
        DataKind.Csv when options.Ratings is { } ratings =>
            new(RatingRows.Make(RatingFile.Read(reference.Location), NameOf(reference.Location), ratings, options.Items), null),
        DataKind.Csv =>
            new(FromTable(reference.Location, CsvTable.Read(reference.Location, options.Label, options.CategoricalColumns)), null),
        DataKind.Npy => new(ArrayData.FromArray(NpyFile.Read(reference.Location), reference.Location, null), null),
        DataKind.Npz => new(ArrayData.FromArchive(reference.Location), null),
        DataKind.Text => new(TokenRows.Create(NameOf(reference.Location), new WordTokenizer(), TextLines.Read(reference.Location)), null),
        DataKind.Smiles => new(MoleculeRows.Create(NameOf(reference.Location), SmilesLines.ReadChecked(reference.Location)), null),
        _ => throw new ArgumentOutOfRangeException(nameof(reference), reference.Kind, "Only the catalogue resolves names."),
    };

    /// <summary>Returns the name of a file without folder and extension, or the name of a folder without its parents.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return File.Exists(path) && dot > 0 ? name[..dot] : name;
    }

    private static Dataset FromTable(string path, CsvTable table) =>
        new(NameOf(path), [table.FeatureCount], table.Values, table.Labels, table.LabelNames, table.Columns, words: table.CategoricalColumns);
}
