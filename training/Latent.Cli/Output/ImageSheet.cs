using Latent.Imaging;

namespace Latent.Cli;

/// <summary>Writes image rows on one sheet; reconstructions are below their originals.</summary>
internal static class ImageSheet
{
    private const int MaxImages = 1024;
    private const int PairColumns = 16;

    // Small images are enlarged to about this size.
    private const int TargetPixels = 56;

    /// <returns>The number of rows on the sheet.</returns>
    public static int Write(string path, RowTable table, Invocation call)
    {
        var shape = table.Image!;
        var count = Math.Min(table.Count, MaxImages);
        if (count < table.Count)
        {
            call.Note(
                $"{path} shows the first {NumberText.Count(count)} of {NumberText.Count(table.Count)} images. "
                + "Use a path that ends in .npy, .csv or a slash to write all of them.");
        }

        var shown = count * shape.Size;
        var scale = Math.Max(1, TargetPixels / Math.Max(shape.Width, shape.Height));
        if (table.Originals is { } originals)
            ImageGrid.SavePairs(
                path,
                originals.AsSpan(0, shown),
                table.Values.AsSpan(0, shown),
                shape,
                table.SheetColumns ?? PairColumns,
                scale);
        else
            ImageGrid.Save(path, table.Values.AsSpan(0, shown), shape, table.SheetColumns ?? (int)Math.Ceiling(Math.Sqrt(count)), scale);
        return count;
    }
}
