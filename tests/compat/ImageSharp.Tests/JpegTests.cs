using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

public class JpegTests
{
    private const int Tolerance = 6;

    [Fact]
    public void SaveAsJpeg_SmoothPicture_RoundTripsNearly()
    {
        using var image = Pictures.Smooth(40, 24);
        using var loaded = Image.Load<Rgb24>(Jpeg(image, new JpegEncoder { Quality = 95, ColorType = JpegEncodingColor.YCbCrRatio444 }));

        Assert.Equal((40, 24), (loaded.Width, loaded.Height));
        for (var y = 0; y < 24; y++)
        {
            for (var x = 0; x < 40; x++)
                AssertNear(image[x, y], loaded[x, y]);
        }
    }

    [Fact]
    public void SaveAsJpeg_Grey_RoundTripsNearly()
    {
        using var image = new Image<L8>(16, 16, new L8(90));
        using var loaded = Image.Load<L8>(Jpeg(image, new JpegEncoder { ColorType = JpegEncodingColor.Luminance }));

        Assert.InRange(loaded[8, 8].PackedValue, 88, 92);
    }

    [Fact]
    public void Quality_Lower_MakesSmallerFile()
    {
        using var image = Pictures.Grey(64, 64);

        Assert.True(Jpeg(image, new JpegEncoder { Quality = 20 }).Length < Jpeg(image, new JpegEncoder { Quality = 90 }).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Quality_OutOfRange_Throws(int quality)
    {
        var exception = Assert.Throws<ArgumentException>(() => new JpegEncoder { Quality = quality });

        Assert.Equal("Quality factor must be in [1..100] range.", exception.Message);
    }

    [Fact]
    public void Identify_GreyFile_HasEightBits()
    {
        var info = Image.Identify(Jpeg(Pictures.Grey(9, 4), new JpegEncoder { ColorType = JpegEncodingColor.Luminance }));

        Assert.Equal((9, 4, 8), (info.Width, info.Height, info.PixelType.BitsPerPixel));
        Assert.Same(JpegFormat.Instance, info.Metadata.DecodedImageFormat);
    }

    private static byte[] Jpeg(Image image, JpegEncoder encoder)
    {
        using var stream = new MemoryStream();
        image.SaveAsJpeg(stream, encoder);
        return stream.ToArray();
    }

    private static void AssertNear(Rgb24 expected, Rgb24 actual)
    {
        Assert.InRange(actual.R - expected.R, -Tolerance, Tolerance);
        Assert.InRange(actual.G - expected.G, -Tolerance, Tolerance);
        Assert.InRange(actual.B - expected.B, -Tolerance, Tolerance);
    }
}
