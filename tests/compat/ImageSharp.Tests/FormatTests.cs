using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

public class FormatTests
{
    [Fact]
    public void Load_UnknownContent_ListsDecoders()
    {
        var exception = Assert.Throws<UnknownImageFormatException>(() => Image.Load<L8>("not a picture"u8));

        Assert.StartsWith("Image cannot be loaded. Available decoders:", exception.Message);
        Assert.Contains(" - PNG : PngDecoder", exception.Message);
    }

    [Fact]
    public void Load_MissingFile_Throws() =>
        Assert.Throws<FileNotFoundException>(() => Image.Load<L8>(Path.Combine(Path.GetTempPath(), "no-such-picture.png")));

    [Fact]
    public void Load_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Image.Load<L8>((string)null!));

    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".jpeg")]
    public void Save_ByExtension_RoundTrips(string extension)
    {
        var path = Path.GetTempFileName() + extension;
        using var image = new Image<L8>(8, 8, new L8(77));
        image.Save(path);
        using var loaded = Image.Load<L8>(path);
        File.Delete(path);

        Assert.InRange(loaded[4, 4].PackedValue, 76, 78);
    }

    [Fact]
    public void Save_UnknownExtension_Throws()
    {
        using var image = Pictures.Row(1);
        var exception = Assert.Throws<UnknownImageFormatException>(() => image.Save("picture.unknown"));

        Assert.StartsWith("No encoder was found for extension '.unknown'. Registered encoders include:", exception.Message);
    }

    [Fact]
    public void DetectFormat_KnownContent_IsNamed()
    {
        using var jpeg = new MemoryStream();
        Pictures.Grey(8, 8).SaveAsJpeg(jpeg);

        Assert.Same(PngFormat.Instance, Image.DetectFormat(Pictures.Png(Pictures.Row(1))));
        Assert.Same(JpegFormat.Instance, Image.DetectFormat(jpeg.ToArray()));
        Assert.Same(BmpFormat.Instance, Image.DetectFormat(BmpFile.Create(1, 1, 24, [], new byte[4])));
    }

    [Fact]
    public void Load_Stream_ReadsPicture()
    {
        using var stream = new MemoryStream(Pictures.Png(Pictures.Row(5, 6)));
        using var image = Image.Load<L8>(stream);

        Assert.Equal([5, 6], Pictures.Values(image));
    }

    [Fact]
    public void Load_NoMemoryForDimensions_Throws()
    {
        var png = new PngFile(1000000, 1000000, depth: 8, colourType: 2).Rows(0).End();

        Assert.ThrowsAny<ImageFormatException>(() => Image.Load<Rgb24>(png));
    }
}
