using Latent.Tests;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class ImageGridTests : IDisposable
{
    private static readonly ImageShape Dot = new(1, 1, 1);
    private static readonly Rgb24 Line = new(128, 128, 128);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Save_ThreeImages_FillsRowsFromTheLeft()
    {
        ImageGrid.Save(folder["sheet.png"], [0f, 1f, 0.2f], Dot, columns: 2, scale: 1);
        using var sheet = Image.Load<Rgb24>(folder["sheet.png"]);

        Assert.Equal((3, 3), (sheet.Width, sheet.Height));
        Assert.Equal([0, 128, 255], Row(sheet, 0));
        Assert.Equal([128, 128, 128], Row(sheet, 1));
        Assert.Equal([51, 128, 128], Row(sheet, 2));
    }

    [Fact]
    public void Save_ToAStream_WritesTheSameAsToAFile()
    {
        using var stream = new MemoryStream();

        ImageGrid.Save(stream, [0f, 1f, 0.2f], Dot, columns: 2, scale: 3);
        ImageGrid.Save(folder["sheet.png"], [0f, 1f, 0.2f], Dot, columns: 2, scale: 3);

        Assert.Equal(File.ReadAllBytes(folder["sheet.png"]), stream.ToArray());
    }

    [Fact]
    public void Save_FewerImagesThanColumns_MakesNarrowSheet()
    {
        ImageGrid.Save(folder["sheet.png"], [0f, 1f], Dot, columns: 10);
        using var sheet = Image.Load<Rgb24>(folder["sheet.png"]);

        Assert.Equal((5, 2), (sheet.Width, sheet.Height));
        Assert.Equal([0, 0, 128, 255, 255], Row(sheet, 1));
    }

    [Fact]
    public void Save_Colour_KeepsIt()
    {
        ImageGrid.Save(folder["sheet.png"], [1f, 0.2f, 0f], new ImageShape(3, 1, 1), columns: 1, scale: 1);
        using var sheet = Image.Load<Rgb24>(folder["sheet.png"]);

        Assert.Equal(new Rgb24(255, 51, 0), sheet[0, 0]);
    }

    [Fact]
    public void SavePairs_ThreeImages_PutsReconstructionsBelowOriginals()
    {
        ImageGrid.SavePairs(folder["sheet.png"], [0f, 0.2f, 0.4f], [1f, 0.8f, 0.6f], Dot, columns: 2, scale: 1);
        using var sheet = Image.Load<Rgb24>(folder["sheet.png"]);

        Assert.Equal((3, 10), (sheet.Width, sheet.Height));
        Assert.Equal([0, 128, 51], Row(sheet, 0));
        Assert.Equal([255, 128, 204], Row(sheet, 2));
        Assert.All(Enumerable.Range(3, 4), y => Assert.Equal(Line, sheet[0, y]));
        Assert.Equal([102, 128, 128], Row(sheet, 7));
        Assert.Equal([153, 128, 128], Row(sheet, 9));
    }

    [Fact]
    public void SavePairs_OtherCount_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageGrid.SavePairs(folder["sheet.png"], [0f, 1f], [0f], Dot, columns: 2));

        Assert.Equal(
            "The number of values does not match the shape.\nWhere: reconstructions\nExpected: 2 values\nReceived: 1 values\nFix: " +
            "Check the shape and the data, channels first.",
            exception.Message);
    }

    [Fact]
    public void Save_NoWholeImages_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageGrid.Save(folder["sheet.png"], [0f], new ImageShape(1, 1, 2), columns: 2));

        Assert.Equal(
            "The number of values does not match the shape.\nWhere: images\nExpected: " +
            "a multiple of 2 values, images of 1 x 1 x 2\nReceived: 1 values\nFix: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Theory]
    [InlineData(0, 1, "columns", 0)]
    [InlineData(1, -3, "scale", -3)]
    public void Save_OutOfRange_Throws(int columns, int scale, string argument, int received)
    {
        var exception = Assert.Throws<ImageException>(() => ImageGrid.Save(folder["sheet.png"], [0f], Dot, columns, scale));

        Assert.Equal(
            $"An argument is out of range.\nWhere: {argument}\nExpected: at least 1\nReceived: {received}\nFix: Give a larger {argument}.",
            exception.Message);
    }

    [Fact]
    public void Save_TooLarge_Throws()
    {
        var exception = Assert.Throws<ImageException>(
            () => ImageGrid.Save(folder["sheet.png"], [0f], Dot, columns: 1, scale: int.MaxValue));

        Assert.StartsWith("The sheet is too large.\n", exception.Message);
    }

    public void Dispose() => folder.Dispose();

    private static int[] Row(Image<Rgb24> sheet, int y) => [.. Enumerable.Range(0, sheet.Width).Select(x => (int)sheet[x, y].R)];
}
