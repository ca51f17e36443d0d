using Latent.Data;
using Latent.Files;

namespace Latent.Cli;

/// <summary>The labeled tables of a folder, each opened when it is needed.</summary>
internal static class TableFolder
{
    /// <summary>The files, ordered by the leading number of their name, then by name.</summary>
    /// <exception cref="DataException">The folder is missing or contains no table.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException(
                "There is no such folder.",
                folder,
                fix: "Check the spelling; paths are relative to the current folder.");

        string[] files = [.. Directory.EnumerateFiles(folder).Where(IsTable).OrderBy(LeadingNumber)
            .ThenBy(path => path, StringComparer.Ordinal)];
        return files.Length > 0
            ? files
            : throw new DataException(
                "The folder contains no tables.",
                folder,
                "files that end in .npz, .csv, .tsv, .csv.gz, .tsv.gz or .parquet");
    }

    /// <summary>Reads a table; label 0 marks normal rows, every other label anomalies.</summary>
    /// <param name="path">A .npz file with arrays X and y, or a text table.</param>
    /// <param name="label">The label column of a text table; null takes the last column.</param>
    /// <param name="normal">The label of normal rows in a text table with text labels.</param>
    public static Dataset Open(string path, string? label, string normal)
    {
        if (FileKinds.Find(path) == FileKind.Npz)
            return new DataCatalogue().Read(path);

        var rows = new DataCatalogue().Read(path, new DataOptions { Label = label ?? LastColumn(path), CategoricalColumns = ["*"] });
        return rows.LabelNames is { } names ? WithLabels(rows, path, names, normal) : rows;
    }

    private static Dataset WithLabels(Dataset rows, string path, IReadOnlyList<string> names, string normal)
    {
        if (!names.Contains(normal))
            throw new DataException(
                "No row has the label of normal rows.", path, $"\"{normal}\" among the labels, or 0 if labels are numbers",
                string.Join(", ", names), "Specify the label of normal rows: --normal LABEL.");
        return new(rows.Name, rows.Schema, rows.Values, [.. rows.Labels!.Select(label => names[label] == normal ? 0 : 1)]);
    }

    private static string LastColumn(string path)
    {
        using var reader = TableReader.Open(path);
        reader.Read();
        return $"{reader.FieldCount}";
    }

    private static bool IsTable(string path) => FileKinds.Find(path) is var kind && (kind == FileKind.Npz || FileKinds.IsTable(kind));

    private static int LeadingNumber(string path)
    {
        var digits = Path.GetFileName(path).TakeWhile(char.IsAsciiDigit).Take(9).ToArray();
        return digits.Length == 0 ? int.MaxValue : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
