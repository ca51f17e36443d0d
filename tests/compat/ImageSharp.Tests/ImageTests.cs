using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace ImageSharpCompat.Tests;

public class ImageTests
{
    [Fact]
    public void Constructor_Colour_FillsPicture()
    {
        using var image = new Image<Rgb24>(3, 2, new Rgb24(1, 2, 3));

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal(new Rgb24(1, 2, 3), image[2, 1]);
    }

    [Fact]
    public void Constructor_NoWidth_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Image<L8>(0, 1));

    [Fact]
    public void Indexer_BeyondEdge_Throws()
    {
        using var image = new Image<L8>(2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => image[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => image[0, -1]);
    }

    [Fact]
    public void ProcessPixelRows_WriteRow_ChangesPicture()
    {
        using var image = new Image<L8>(2, 2);

        image.ProcessPixelRows(rows => rows.GetRowSpan(1).Fill(new L8(9)));

        Assert.Equal([0, 0, 9, 9], Pictures.Values(image));
    }

    [Fact]
    public void LoadPixelData_Bytes_AreRows()
    {
        using var image = Image.LoadPixelData<Rgb24>([1, 2, 3, 4, 5, 6], 2, 1);

        Assert.Equal(new Rgb24(4, 5, 6), image[1, 0]);
    }

    [Fact]
    public void LoadPixelData_TooFew_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => Image.LoadPixelData<L8>([1, 2, 3], 2, 2));

    [Fact]
    public void Clone_Changed_LeavesOriginal()
    {
        using var image = Pictures.Row(1, 2);
        using var copy = image.Clone();
        copy[0, 0] = new L8(7);

        Assert.Equal([1, 2], Pictures.Values(image));
    }

    [Fact]
    public void CloneAs_Grey_TakesLuminance()
    {
        using var image = new Image<Rgb24>(1, 1, new Rgb24(0, 255, 0));
        using var grey = image.CloneAs<L8>();

        Assert.Equal([182], Pictures.Values(grey));
    }

    [Fact]
    public void Crop_Part_IsCutOut()
    {
        using var image = Pictures.Row(1, 2, 3, 4);
        image.Mutate(context => context.Crop(new Rectangle(1, 0, 2, 1)));

        Assert.Equal([2, 3], Pictures.Values(image));
    }

    [Fact]
    public void Crop_BeyondEdge_Throws()
    {
        using var image = Pictures.Row(1, 2);

        Assert.Throws<ArgumentException>(() => image.Mutate(context => context.Crop(3, 1)));
    }

    [Fact]
    public void Dispose_Used_Throws()
    {
        var image = Pictures.Row(1);
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image.Clone());
    }
}
