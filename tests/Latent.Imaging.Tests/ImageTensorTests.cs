using System.Buffers.Binary;
using Latent.Tests;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class ImageTensorTests : IDisposable
{
    private static readonly ImageShape Gray = new(1, 1, 3);
    private static readonly ImageShape Colour = new(3, 1, 2);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void SavePng_Gray_RoundTripsWithinHalfAStep()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.3f, 1f], Gray);

        Assert.Equal([0f, 77 / 255f, 1f], ImageTensor.Load(folder["a.png"], Gray));
    }

    [Fact]
    public void SavePng_Colour_KeepsChannelsFirst()
    {
        float[] pixels = [0f, 1f, 0.2f, 0.4f, 0.6f, 0.8f];
        ImageTensor.SavePng(folder["a.png"], pixels, Colour);
        using var image = Image.Load<Rgb24>(folder["a.png"]);

        Assert.Equal(new Rgb24(0, 51, 153), image[0, 0]);
        Assert.Equal(new Rgb24(255, 102, 204), image[1, 0]);
        Assert.Equal(pixels, ImageTensor.Load(folder["a.png"], Colour));
    }

    [Fact]
    public void SavePng_OutOfRange_Clamps()
    {
        ImageTensor.SavePng(folder["a.png"], [-1f, float.PositiveInfinity, 0.5f], Gray);

        Assert.Equal([0f, 1f, 128 / 255f], ImageTensor.Load(folder["a.png"], Gray));
    }

    [Fact]
    public void SavePng_MissingFolder_IsMadeAndNothingElseIsLeft()
    {
        ImageTensor.SavePng(Path.Combine(folder["new"], "deep", "a.png"), [0f, 0f, 0f], Gray);
        ImageTensor.SavePng(Path.Combine(folder["new"], "deep", "a.png"), [1f, 1f, 1f], Gray);

        var files = Directory.GetFiles(folder["new"], "*", SearchOption.AllDirectories);
        Assert.Equal(["a.png"], files.Select(Path.GetFileName));
        Assert.Equal([1f, 1f, 1f], ImageTensor.Load(files[0], Gray));
    }

    [Fact]
    public void SavePng_PathIsAFolder_Throws()
    {
        Directory.CreateDirectory(folder["a.png"]);
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f, 0f, 0f], Gray));

        Assert.StartsWith(
            $"The image cannot be written.\nWhere: {folder["a.png"]}\nExpected: a writable path\nReceived: ", exception.Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void SavePng_NotANumber_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f, float.NaN, 0f], Gray));

        Assert.Equal(
            $"A pixel is not a number.\nWhere: {folder["a.png"]}\nExpected: values from 0 to 1\nReceived: NaN\nFix: " +
            "Check the model's output before drawing it.",
            exception.Message);
    }

    [Fact]
    public void SavePng_WrongLength_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f], Gray));

        Assert.Equal(
            "The number of values does not match the shape.\nWhere: pixels\nExpected: 3 values, one image of 1 x 1 x 3\nReceived: " +
            "1 values\nFix: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 1, -1)]
    [InlineData(3, 100000, 100000)]
    public void Load_NoImageShape_Throws(int channels, int height, int width)
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load("a.png", new ImageShape(channels, height, width)));

        Assert.Equal(
            "The shape is not that of an image.\nWhere: shape\nExpected: 1 or 3 channels, height and width of at least 1\nReceived: " +
            $"{channels} x {height} x {width}\nFix: Give channels x height x width, for example 1 x 28 x 28.",
            exception.Message);
    }

    [Fact]
    public void Load_ColourAsGray_IsBt709Luminance()
    {
        using (var image = new Image<Rgb24>(1, 1, new Rgb24(0, 255, 0)))
            image.SaveAsPng(folder["a.png"]);

        Assert.Equal([182 / 255f], ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 1)));
    }

    [Fact]
    public void Load_GrayAsColour_RepeatsIt()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Gray);

        Assert.Equal([0f, 0.2f, 1f, 0f, 0.2f, 1f, 0f, 0.2f, 1f], ImageTensor.Load(folder["a.png"], new ImageShape(3, 1, 3)));
    }

    [Fact]
    public void Load_OtherSize_ResizesWholeImageBicubically()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0f, 1f, 1f], new ImageShape(1, 1, 4));

        Assert.Equal([21 / 255f, 234 / 255f], ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 2)));
    }

    [Fact]
    public void Load_Stream_StaysOpen()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Gray);
        using var stream = File.OpenRead(folder["a.png"]);

        Assert.Equal([0f, 0.2f, 1f], ImageTensor.Load(stream, Gray));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Load_IntoMemory_WritesExactlyTheImage()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Gray);
        var batch = new float[9];
        ImageTensor.Load(folder["a.png"], Gray, batch.AsSpan(3, 3));

        Assert.Equal([0f, 0f, 0f, 0f, 0.2f, 1f, 0f, 0f, 0f], batch);
    }

    [Fact]
    public void Load_MissingFile_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["no.png"], Gray));

        Assert.Equal(
            $"There is no such file or folder.\nWhere: {folder["no.png"]}\nExpected: an existing path\nReceived: none\nFix: " +
            "Check the spelling; paths are relative to the current folder.",
            exception.Message);
        Assert.Equal(folder["no.png"], exception.Where);
    }

    [Fact]
    public void Load_NoImage_Throws()
    {
        File.WriteAllText(folder["a.png"], "text");
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.png"], Gray));

        Assert.Equal(
            $"The content is not a readable image.\nWhere: {folder["a.png"]}\nExpected: PNG, JPEG or BMP\nReceived: " +
            "another format, or a damaged header\nFix: Open it in a viewer; save it again as PNG.",
            exception.Message);
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("webp")]
    public void Load_AnotherFormat_IsNotDecoded(string extension)
    {
        using (var image = new Image<L8>(3, 1))
            image.Save(folder[$"a.{extension}"]);
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder[$"a.{extension}"], Gray));

        Assert.Contains("\nReceived: another format, or a damaged header\n", exception.Message);
        Assert.Throws<ImageException>(() => ImageTensor.Identify(folder[$"a.{extension}"]));
    }

    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(100_000_001, 1)]
    [InlineData(1, int.MaxValue)]
    public void Load_TooManyPixels_IsRejectedByTheHeader(int width, int height)
    {
        File.WriteAllBytes(folder["a.png"], PngHeader(width, height));
        File.WriteAllBytes(folder["a.bmp"], BmpHeader(width, height));
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.png"], Gray));

        Assert.Equal(
            $"The image has too many pixels.\nWhere: {folder["a.png"]}\nExpected: at most 100,000,000 pixels\nReceived: " +
            $"{width} x {height}\nFix: Crop it, or save it smaller.",
            exception.Message);
        Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.bmp"], Gray));
        Assert.StartsWith(
            "The image has too many pixels.",
            Assert.Throws<ImageException>(() => ImageTensor.Identify(folder["a.png"])).Message);
        Assert.StartsWith(
            "The image has too many pixels.",
            Assert.Throws<ImageException>(() => ImageTensor.Load(new MemoryStream(PngHeader(width, height)), Gray)).Message);
    }

    [Fact]
    public void Load_AStreamThatCannotSeek_IsRead()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Gray);
        using var file = File.OpenRead(folder["a.png"]);
        using var forward = new System.IO.Compression.DeflateStream(Compressed(file), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal([0f, 0.2f, 1f], ImageTensor.Load(forward, Gray));
    }

    [Fact]
    public void Identify_GrayAndColour_TellsChannels()
    {
        ImageTensor.SavePng(folder["gray.png"], new float[6], new ImageShape(1, 2, 3));
        ImageTensor.SavePng(folder["colour.png"], new float[18], new ImageShape(3, 2, 3));
        using (var image = new Image<L8>(3, 2))
        {
            image.SaveAsJpeg(folder["gray.jpg"], new JpegEncoder { ColorType = JpegColorType.Luminance });
            image.SaveAsJpeg(folder["colour.jpg"], new JpegEncoder { ColorType = JpegColorType.YCbCrRatio420 });
        }

        Assert.Equal(new ImageShape(1, 2, 3), ImageTensor.Identify(folder["gray.png"]));
        Assert.Equal(new ImageShape(3, 2, 3), ImageTensor.Identify(folder["colour.png"]));
        Assert.Equal(new ImageShape(1, 2, 3), ImageTensor.Identify(folder["gray.jpg"]));
        Assert.Equal(new ImageShape(3, 2, 3), ImageTensor.Identify(folder["colour.jpg"]));
    }

    public void Dispose() => folder.Dispose();

    // The signature and the header chunk of a gray PNG without any pixel.
    private static byte[] PngHeader(int width, int height)
    {
        byte[] file = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32(file.AsSpan(12, 17)));
        return file;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320);
        }
        return ~crc;
    }

    // The header of a 24-bit bitmap without any pixel.
    private static byte[] BmpHeader(int width, int height)
    {
        var file = new byte[54];
        (file[0], file[1], file[10], file[14], file[26], file[28]) = ((byte)'B', (byte)'M', 54, 40, 1, 24);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        return file;
    }

    private static MemoryStream Compressed(Stream stream)
    {
        var compressed = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(
            compressed,
            System.IO.Compression.CompressionMode.Compress,
            leaveOpen: true))
            stream.CopyTo(deflate);
        compressed.Position = 0;
        return compressed;
    }
}
