using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class ImageTensorTests : IDisposable
{
    private static readonly ImageShape Grey = new(1, 1, 3);
    private static readonly ImageShape Colour = new(3, 1, 2);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void SavePng_Grey_RoundTripsWithinHalfAStep()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.3f, 1f], Grey);

        Assert.Equal([0f, 77 / 255f, 1f], ImageTensor.Load(folder["a.png"], Grey));
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
        ImageTensor.SavePng(folder["a.png"], [-1f, float.PositiveInfinity, 0.5f], Grey);

        Assert.Equal([0f, 1f, 128 / 255f], ImageTensor.Load(folder["a.png"], Grey));
    }

    [Fact]
    public void SavePng_MissingFolder_IsMadeAndNothingElseIsLeft()
    {
        ImageTensor.SavePng(Path.Combine(folder["new"], "deep", "a.png"), [0f, 0f, 0f], Grey);
        ImageTensor.SavePng(Path.Combine(folder["new"], "deep", "a.png"), [1f, 1f, 1f], Grey);

        var files = Directory.GetFiles(folder["new"], "*", SearchOption.AllDirectories);
        Assert.Equal(["a.png"], files.Select(Path.GetFileName));
        Assert.Equal([1f, 1f, 1f], ImageTensor.Load(files[0], Grey));
    }

    [Fact]
    public void SavePng_PathIsAFolder_Throws()
    {
        Directory.CreateDirectory(folder["a.png"]);
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f, 0f, 0f], Grey));

        Assert.StartsWith($"The picture cannot be written.\nWhere: {folder["a.png"]}\nExpected: a writable path\nReceived: ", exception.Message);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void SavePng_NotANumber_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f, float.NaN, 0f], Grey));

        Assert.Equal(
            $"A pixel is not a number.\nWhere: {folder["a.png"]}\nExpected: values from 0 to 1\nReceived: NaN\nCure: Look at the model's output before it is drawn.",
            exception.Message);
    }

    [Fact]
    public void SavePng_WrongLength_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.SavePng(folder["a.png"], [0f], Grey));

        Assert.Equal(
            "The number of values does not fit the shape.\nWhere: pixels\nExpected: 3 values, one picture of 1 x 1 x 3\nReceived: 1 values\nCure: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 1, -1)]
    [InlineData(3, 100000, 100000)]
    public void Load_NoPictureShape_Throws(int channels, int height, int width)
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load("a.png", new ImageShape(channels, height, width)));

        Assert.Equal(
            $"The shape is not one of a picture.\nWhere: shape\nExpected: 1 or 3 channels, height and width of at least 1\nReceived: {channels} x {height} x {width}\nCure: Give channels x height x width, for example 1 x 28 x 28.",
            exception.Message);
    }

    [Fact]
    public void Load_ColourAsGrey_IsBt709Luminance()
    {
        using (var image = new Image<Rgb24>(1, 1, new Rgb24(0, 255, 0)))
            image.SaveAsPng(folder["a.png"]);

        Assert.Equal([182 / 255f], ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 1)));
    }

    [Fact]
    public void Load_GreyAsColour_RepeatsIt()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Grey);

        Assert.Equal([0f, 0.2f, 1f, 0f, 0.2f, 1f, 0f, 0.2f, 1f], ImageTensor.Load(folder["a.png"], new ImageShape(3, 1, 3)));
    }

    [Fact]
    public void Load_OtherSize_ResizesWholePictureBicubically()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0f, 1f, 1f], new ImageShape(1, 1, 4));

        Assert.Equal([21 / 255f, 234 / 255f], ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 2)));
    }

    [Fact]
    public void Load_Stream_StaysOpen()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Grey);
        using var stream = File.OpenRead(folder["a.png"]);

        Assert.Equal([0f, 0.2f, 1f], ImageTensor.Load(stream, Grey));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Load_IntoMemory_WritesExactlyThePicture()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0.2f, 1f], Grey);
        var batch = new float[9];
        ImageTensor.Load(folder["a.png"], Grey, batch.AsSpan(3, 3));

        Assert.Equal([0f, 0f, 0f, 0f, 0.2f, 1f, 0f, 0f, 0f], batch);
    }

    [Fact]
    public void Load_MissingFile_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["no.png"], Grey));

        Assert.Equal(
            $"There is no such file or folder.\nWhere: {folder["no.png"]}\nExpected: an existing path\nReceived: none\nCure: Check the spelling; paths are relative to the current folder.",
            exception.Message);
        Assert.Equal(folder["no.png"], exception.Where);
    }

    [Fact]
    public void Load_NoPicture_Throws()
    {
        File.WriteAllText(folder["a.png"], "text");
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.png"], Grey));

        Assert.Equal(
            $"The content is not a picture that can be read.\nWhere: {folder["a.png"]}\nExpected: PNG, JPEG or BMP\nReceived: another format, or a damaged first line\nCure: Open it in a viewer; save it again as PNG.",
            exception.Message);
    }

    [Fact]
    public void Identify_GreyAndColour_TellsChannels()
    {
        ImageTensor.SavePng(folder["grey.png"], new float[6], new ImageShape(1, 2, 3));
        ImageTensor.SavePng(folder["colour.png"], new float[18], new ImageShape(3, 2, 3));
        using (var image = new Image<L8>(3, 2))
        {
            image.SaveAsJpeg(folder["grey.jpg"], new JpegEncoder { ColorType = JpegColorType.Luminance });
            image.SaveAsJpeg(folder["colour.jpg"]);
        }

        Assert.Equal(new ImageShape(1, 2, 3), ImageTensor.Identify(folder["grey.png"]));
        Assert.Equal(new ImageShape(3, 2, 3), ImageTensor.Identify(folder["colour.png"]));
        Assert.Equal(new ImageShape(1, 2, 3), ImageTensor.Identify(folder["grey.jpg"]));
        Assert.Equal(new ImageShape(3, 2, 3), ImageTensor.Identify(folder["colour.jpg"]));
    }

    public void Dispose() => folder.Dispose();
}
