using Latent.Bundles;

namespace Latent.Files;

/// <summary>Maps table columns to row features: by name if both the model and the table have names, otherwise by position.</summary>
internal sealed class TableColumns
{
    private readonly FirstRecord first;
    private readonly RowParser parser;

    private TableColumns(FirstRecord first, bool hasHeader, int[] positions, CategoryVocabulary? vocabulary)
    {
        (this.first, HasHeader) = (first, hasHeader);
        parser = new(positions, [.. Enumerable.Range(0, positions.Length).Select(feature => vocabulary?.Find(feature))]);
    }

    /// <summary>Whether the first record is a header.</summary>
    public bool HasHeader { get; }

    /// <summary>A note about trailing columns that are ignored; null if there are none.</summary>
    public string? LeftOut { get; private init; }

    /// <summary>Maps the columns.</summary>
    /// <param name="first">The first record.</param>
    /// <param name="second">The reader, at the second record; null if there is none.</param>
    /// <param name="spec">The format of a row.</param>
    /// <param name="path">The file, for error messages.</param>
    public static TableColumns Create(FirstRecord first, TableReader? second, RowSpec spec, string path)
    {
        var hasHeader = first.IsKnownHeader is true || (spec.Features is { } names && names.All(first.Fields.Contains))
            || (second is not null && first.IsHeader(second, column => spec.CategoricalColumns?.Find(column) is null));
        if (hasHeader && spec.Features is { } features)
            return new(first, hasHeader, ByName(first, features), spec.CategoricalColumns);

        return new(first, hasHeader, ByPosition(first, spec, path), spec.CategoricalColumns)
        {
            LeftOut = first.Count == spec.Size
                ? null
                : $"{path} has {first.Count} columns: the first {spec.Size} are used, the others are ignored.",
        };
    }

    /// <summary>Reads the first record as a row.</summary>
    public void ReadFirst(Span<float> row)
    {
        var invalid = parser.Parse(first, row);
        if (invalid >= 0) throw first.NotANumber(first, first.Where, parser.PositionOf(invalid), HasHeader);
    }

    /// <summary>Reads the current record of the reader as a row.</summary>
    public void Read(TableReader reader, Span<float> row)
    {
        first.CheckCount(reader);
        var invalid = parser.Parse(reader, row);
        if (invalid >= 0) throw first.NotANumber(reader, reader.Where, parser.PositionOf(invalid), HasHeader);
    }

    private static int[] ByName(FirstRecord header, IReadOnlyList<string> features)
    {
        var positions = features.Select(feature => Array.IndexOf(header.Fields, feature)).ToArray();
        var missing = Array.IndexOf(positions, -1);
        return missing < 0 ? positions : throw new DataException(
            $"The table has no column \"{features[missing]}\".", header.Where, $"the columns {string.Join(", ", features)}",
            string.Join(", ", header.Fields),
            "Name the columns as the model does ('latent inspect BUNDLE' lists them); their order does not matter.");
    }

    private static int[] ByPosition(FirstRecord first, RowSpec spec, string path) =>
        first.Count == spec.Size || (first.Count > spec.Size && HasModelOrder(first, spec))
            ? [.. Enumerable.Range(0, spec.Size)]
            : throw new DataException(
                "The table has a different number of columns than the model expects.", path, $"{spec.Size} columns of numbers",
                $"{first.Count} columns",
                "Remove columns that are not features; a label column can be named with ?label=COLUMN after the path.");

    // A known category in its categorical column shows that the columns are in the model's order.
    private static bool HasModelOrder(FirstRecord first, RowSpec spec) => spec.CategoricalColumns is { } vocabulary
        && vocabulary.Columns.Any(column => column.IndexOf(first.Fields[column.Column]) != CategoricalColumn.Unseen);
}
