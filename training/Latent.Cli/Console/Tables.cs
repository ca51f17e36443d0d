using Spectre.Console;
using Spectre.Console.Rendering;

namespace Latent.Cli;

/// <summary>The two kinds of tables that the command prints.</summary>
internal static class Tables
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    /// <summary>Creates a table with one heading per column; the columns in <paramref name="numeric"/> are right-aligned.</summary>
    public static Table Create(IReadOnlyList<string> headings, params IReadOnlyList<string> numeric)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
            table.AddColumn(ColumnOf(heading, numeric.Contains(heading)));
        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static void Add(this Table table, params IReadOnlyList<string> cells)
        => table.AddRow(cells.Select(IRenderable (cell) => new Text(cell)));

    /// <summary>Creates a table with a title, names on the left and values on the right.</summary>
    public static Rows OfPairs(string title, IEnumerable<(string Name, string Value)> pairs)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders();
        table.AddColumn("").AddColumn("");
        foreach (var (name, value) in pairs)
            table.Add(name, value);
        return new Rows(new Text(title, Bold), table);
    }

    private static TableColumn ColumnOf(string heading, bool isNumeric) => new(new Text(heading, Bold))
    {
        Alignment = isNumeric ? Justify.Right : Justify.Left,
        NoWrap = isNumeric,
    };
}
