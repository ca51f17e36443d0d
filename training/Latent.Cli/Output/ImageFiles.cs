using System.Globalization;
using Latent.Imaging;

namespace Latent.Cli;

/// <summary>Writes image rows, one file per row, named after the source images, otherwise by index.</summary>
internal static class ImageFiles
{
    private const int MinDigits = 4;

    public static void Write(string folder, RowTable table)
    {
        var shape = table.Image!;
        var paths = PathsOf(folder, table);
        for (var i = 0; i < table.Count; i++)
            ImageTensor.SavePng(paths[i], table.Values.AsSpan(i * shape.Size, shape.Size), shape);
    }

    /// <summary>Returns the paths of the files that <see cref="Write"/> creates, one per row.</summary>
    public static IReadOnlyList<string> PathsOf(string folder, RowTable table) =>
        [.. NamesOf(table).Select(name => Path.Combine(folder, name + ".png"))];

    private static string[] NamesOf(RowTable table)
    {
        var own = table.Names?.Select(name => Path.GetFileNameWithoutExtension(name)).ToArray();
        if (own is not null && own.Distinct(StringComparer.OrdinalIgnoreCase).Count() == table.Count)
            return own;

        var digits = Math.Max(MinDigits, (table.Count - 1).ToString(CultureInfo.InvariantCulture).Length);
        return [.. Enumerable.Range(0, table.Count).Select(number => number.ToString($"D{digits}", CultureInfo.InvariantCulture))];
    }
}
