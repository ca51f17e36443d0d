using Latent.Files;
using Latent.Sequences;

namespace Latent.Data;

/// <summary>Reads a user's file or folder as a data set.</summary>
internal static class UserData
{
    public static PublishedData Read(DataReference reference, DataOptions options) => reference.Kind switch
    {
        DataKind.Folder => ImageFolderReader.Read(reference.Location, options),
        DataKind.File => new(ReadFile(reference, options), null),
        _ => throw new ArgumentOutOfRangeException(nameof(reference), reference.Kind, "Only the catalogue resolves names."),
    };

    /// <summary>Returns the name of a file without folder and extension, or the name of a folder without its parents.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return File.Exists(path) && dot > 0 ? name[..dot] : name;
    }

    private static Dataset ReadFile(DataReference reference, DataOptions options)
    {
        var (path, name) = (reference.Location, NameOf(reference.Location));
        return reference.FileKind switch
        {
            FileKind.Csv or FileKind.Parquet when options.Ratings is { } ratings => RatingRows.Make(
                RatingFile.Read(path),
                name,
                ratings,
                options.Items),
            FileKind.Csv or FileKind.Parquet => FromTable(name, TableFile.Read(path, options.Label, options.CategoricalColumns)),
            FileKind.Npy or FileKind.Npz => FromArray(name, ArraySamples.Read(path)),
            FileKind.Text => TokenRows.Create(name, new WordTokenizer(), TextLines.Read(path)),
            FileKind.Smiles => MoleculeRows.Create(name, SmilesLines.ReadChecked(path)),
            _ => throw new ArgumentOutOfRangeException(nameof(reference), reference.FileKind, "The format is not one of a data set."),
        };
    }

    private static Dataset FromArray(string name, ArraySamples samples) =>
        new(name, samples.SampleShape, samples.Values, samples.Labels, range: samples.IsByteImage ? ValueRange.Unit : null);

    private static Dataset FromTable(string name, TableFile table) =>
        new(
            name,
            new TableSchema(table.FeatureCount, table.Columns, table.CategoricalColumns),
            table.Values,
            table.Labels,
            table.LabelNames);
}
