using Spectre.Console;
using Spectre.Console.Rendering;

namespace Latent.Cli;

/// <summary>The two kinds of table that the command prints.</summary>
internal static class Tables
{
    /// <summary>A table with a heading a column; those in <paramref name="numeric"/> are set flush right.</summary>
    public static Table Of(IReadOnlyList<string> headings, params IReadOnlyList<string> numeric)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
            table.AddColumn(ColumnOf(heading, numeric.Contains(heading)));
        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static void Add(this Table table, params IReadOnlyList<string> cells) => table.AddRow(cells.Select(IRenderable (cell) => new Text(cell)));

    /// <summary>Names on the left, what they stand for on the right.</summary>
    public static Table OfPairs(string title, IEnumerable<(string Name, string Value)> pairs)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(title)) }.Border(TableBorder.Rounded).HideHeaders();
        table.AddColumn("").AddColumn("");
        foreach (var (name, value) in pairs)
            table.Add(name, value);
        return table;
    }

    private static TableColumn ColumnOf(string heading, bool isNumeric) => new(new Text(heading, new Style(decoration: Decoration.Bold)))
    {
        Alignment = isNumeric ? Justify.Right : Justify.Left,
        NoWrap = isNumeric,
    };
}
