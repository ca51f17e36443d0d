using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Internals;

/// <summary>Rows and columns of images of one shape.</summary>
/// <param name="Shape">Shape of one image.</param>
/// <param name="Columns">Images per row.</param>
/// <param name="Rows">Rows of images.</param>
/// <param name="RowsInGroup">Rows per group; wider lines separate groups.</param>
/// <param name="Scale">Side of the square that represents one pixel.</param>
internal sealed record Sheet(ImageShape Shape, int Columns, int Rows, int RowsInGroup, int Scale)
{
    // Widths of the separating lines in pixels, whatever the scale.
    private const int Line = 1;
    private const int WideLine = 4;

    private static readonly Rgb24 LineColour = new(128, 128, 128);

    public static Sheet For(ImageShape shape, int count, int columns, int scale, int rowsInGroup)
    {
        Shapes.RequirePositive(columns, nameof(columns));
        Shapes.RequirePositive(scale, nameof(scale));
        var rows = rowsInGroup * (((count - 1) / columns) + 1);
        return new Sheet(shape, Math.Min(columns, count), rows, rowsInGroup, scale);
    }

    public Image<Rgb24> Create(string path)
    {
        var width = ((long)Columns * ((Shape.Width * (long)Scale) + Line)) - Line;
        var height = Top(Rows - 1) + (Shape.Height * (long)Scale);
        return CreateImage(width, height, LineColour, path);
    }

    public static Image<Rgb24> CreateImage(long width, long height, Rgb24 colour, string path)
    {
        if (width * height > Array.MaxLength / 3)
            throw new ImageException(
                "The sheet is too large.", path, $"at most {Array.MaxLength / 3} pixels", $"{width} x {height} pixels",
                "Draw fewer images, or use a smaller scale.");
        return new Image<Rgb24>((int)width, (int)height, colour);
    }

    public void Draw(Image<Rgb24> sheet, ReadOnlySpan<float> image, int row, int column, string path)
    {
        var plane = Shape.Height * Shape.Width;
        var colours = Shape.Channels == 3
            ? ImageWriter.ToColour(image, path)
            : Array.ConvertAll(
                ImageWriter.ToGray(image[..plane], path),
                gray => new Rgb24(gray.PackedValue, gray.PackedValue, gray.PackedValue));
        var (left, top) = (column * ((Shape.Width * Scale) + Line), (int)Top(row));
        sheet.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < Shape.Height * Scale; y++)
            {
                var target = rows.GetRowSpan(top + y).Slice(left, Shape.Width * Scale);
                for (var x = 0; x < target.Length; x++)
                    target[x] = colours[(y / Scale * Shape.Width) + (x / Scale)];
            }
        });
    }

    private long Top(int row) =>
        (row * ((Shape.Height * (long)Scale) + Line)) + (RowsInGroup > 1 ? row / RowsInGroup * (WideLine - Line) : 0);
}
