using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

public class BmpTests
{
    [Fact]
    public void Load_TwentyFourBits_ReadsRowsFromBelow()
    {
        using var image = Image.Load<Rgb24>(BmpFile.Create(1, 2, 24, [], [3, 2, 1, 0, 6, 5, 4, 0]));

        Assert.Equal(new Rgb24(4, 5, 6), image[0, 0]);
        Assert.Equal(new Rgb24(1, 2, 3), image[0, 1]);
    }

    [Fact]
    public void Load_NegativeHeight_ReadsRowsFromAbove()
    {
        using var image = Image.Load<Rgb24>(BmpFile.Create(1, -2, 24, [], [3, 2, 1, 0, 6, 5, 4, 0]));

        Assert.Equal(new Rgb24(1, 2, 3), image[0, 0]);
    }

    [Fact]
    public void Load_EightBits_LooksColoursUp()
    {
        using var image = Image.Load<Rgb24>(BmpFile.Create(2, 1, 8, [3, 2, 1, 0, 6, 5, 4, 0], [1, 0, 0, 0]));

        Assert.Equal(new Rgb24(4, 5, 6), image[0, 0]);
        Assert.Equal(new Rgb24(1, 2, 3), image[1, 0]);
    }

    [Fact]
    public void Load_OneBit_LooksColoursUp()
    {
        using var image = Image.Load<L8>(BmpFile.Create(3, 1, 1, [0, 0, 0, 0, 255, 255, 255, 0], [0b1010_0000, 0, 0, 0]));

        Assert.Equal([255, 0, 255], Pictures.Values(image));
    }

    [Fact]
    public void Load_ThirtyTwoBits_ReadsColour()
    {
        using var image = Image.Load<Rgb24>(BmpFile.Create(1, 1, 32, [], [3, 2, 1, 255]));

        Assert.Equal(new Rgb24(1, 2, 3), image[0, 0]);
    }

    [Fact]
    public void Load_RowsMissing_Throws()
    {
        var file = BmpFile.Create(4, 4, 24, [], new byte[12]);

        Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgb24>(file));
    }
}
