using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

public class PngTests
{
    [Fact]
    public void SaveAsPng_Grey_RoundTrips()
    {
        using var image = Pictures.Grey(17, 9);
        using var loaded = Image.Load<L8>(Pictures.Png(image));

        Assert.Equal(Pictures.Values(image), Pictures.Values(loaded));
    }

    [Fact]
    public void SaveAsPng_Opacity_RoundTrips()
    {
        using var image = new Image<Rgba32>(2, 1, new Rgba32(200, 100, 50, 0));
        using var loaded = Image.Load<Rgba32>(Pictures.Png(image));

        Assert.Equal(new Rgba32(200, 100, 50, 0), loaded[1, 0]);
    }

    [Fact]
    public void SaveAsPng_SixteenBits_RoundTrips()
    {
        using var image = new Image<L16>(1, 1, new L16(0x1234));
        using var loaded = Image.Load<L16>(Pictures.Png(image));

        Assert.Equal(0x1234, loaded[0, 0].PackedValue);
    }

    [Fact]
    public void Load_Colour_RoundTripsAndBecomesGrey()
    {
        using var image = new Image<Rgb24>(1, 1, new Rgb24(255, 0, 0));
        var png = Pictures.Png(image);
        using var colour = Image.Load<Rgb24>(png);
        using var grey = Image.Load<L8>(png);

        Assert.Equal(new Rgb24(255, 0, 0), colour[0, 0]);
        Assert.Equal(54, grey[0, 0].PackedValue);
    }

    [Fact]
    public void Load_Transparent_KeepsColour()
    {
        using var image = new Image<Rgba32>(1, 1, new Rgba32(200, 100, 50, 0));
        using var loaded = Image.Load<Rgb24>(Pictures.Png(image));

        Assert.Equal(new Rgb24(200, 100, 50), loaded[0, 0]);
    }

    [Fact]
    public void Load_OneBitGrey_IsBlackAndWhite()
    {
        var png = new PngFile(4, 1, depth: 1, colourType: 0).Rows(0, 0b0110_0000).End();
        using var image = Image.Load<L8>(png);

        Assert.Equal([0, 255, 255, 0], Pictures.Values(image));
    }

    [Fact]
    public void Load_Palette_LooksColoursUp()
    {
        var png = new PngFile(2, 1, depth: 8, colourType: 3).Chunk("PLTE", [1, 2, 3, 4, 5, 6]).Rows(0, 1, 0).End();
        using var image = Image.Load<Rgb24>(png);

        Assert.Equal(new Rgb24(4, 5, 6), image[0, 0]);
        Assert.Equal(new Rgb24(1, 2, 3), image[1, 0]);
    }

    [Fact]
    public void Load_GammaChunk_IsIgnored()
    {
        var png = new PngFile(1, 1, depth: 8, colourType: 0).Chunk("gAMA", [0, 1, 0x86, 0xA0]).Rows(0, 100).End();
        using var image = Image.Load<L8>(png);

        Assert.Equal([100], Pictures.Values(image));
    }

    [Fact]
    public void Load_SixteenBitColour_RoundsToNearest()
    {
        var png = new PngFile(1, 1, depth: 16, colourType: 2).Rows(0, 0x00, 0x81, 0x80, 0x80, 0xFF, 0xFF).End();
        using var image = Image.Load<Rgb24>(png);

        Assert.Equal(new Rgb24(1, 128, 255), image[0, 0]);
    }

    [Fact]
    public void CompressionLevel_None_IsLarger()
    {
        using var image = new Image<L8>(100, 100);
        using var best = new MemoryStream();
        using var none = new MemoryStream();
        image.SaveAsPng(best, new PngEncoder { CompressionLevel = PngCompressionLevel.BestCompression });
        image.SaveAsPng(none, new PngEncoder { CompressionLevel = PngCompressionLevel.NoCompression });

        Assert.True(none.Length > 10000);
        Assert.True(best.Length < 500);
    }

    [Fact]
    public void Identify_Grey_TellsSizeAndColourType()
    {
        var info = Image.Identify(Pictures.Png(Pictures.Grey(7, 5)));

        Assert.Equal((7, 5), (info.Width, info.Height));
        Assert.Equal(PngColorType.Grayscale, info.Metadata.GetPngMetadata().ColorType);
        Assert.Equal(8, info.PixelType.BitsPerPixel);
        Assert.Same(PngFormat.Instance, info.Metadata.DecodedImageFormat);
    }
}
