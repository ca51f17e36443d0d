using System.Text.Json;
using Latent.Bundles;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class ModelPicturesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Load_RangeOfTheManifest_ScalesValues()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 1f], new ImageShape(1, 1, 2));

        Assert.Equal([-1f, 1f], ModelPictures.Of(Manifest(1, 1, 2, [-1, 1])).Load(folder["a.png"]));
        Assert.Equal([0f, 255f], ModelPictures.Of(Manifest(1, 1, 2, [0, 255])).Load(folder["a.png"]));
        Assert.Equal([0f, 1f], ModelPictures.Of(Manifest(1, 1, 2, null)).Load(folder["a.png"]));
    }

    [Fact]
    public void Load_ColourPictureForAGreyModel_IsGrey()
    {
        using (var image = new Image<Rgb24>(2, 2, new Rgb24(0, 255, 0)))
            image.SaveAsPng(folder["a.png"]);

        Assert.Equal([182 / 255f], ModelPictures.Of(Manifest(1, 1, 1, [0, 1])).Load(folder["a.png"]));
        Assert.Equal([0f, 1f, 0f], ModelPictures.Of(Manifest(3, 1, 1, [0, 1])).Load(folder["a.png"]));
    }

    [Fact]
    public void Load_CentreCrop_KeepsTheMiddle()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0f, 1f, 1f, 0f, 0f], new ImageShape(1, 1, 6));
        ImageTensor.SavePng(folder["b.png"], [0f, 0.2f, 1f, 0.4f, 0f], new ImageShape(1, 5, 1));
        var pictures = ModelPictures.Of(Manifest(1, 1, 2, [0, 1]));

        Assert.Equal([1f, 1f], pictures.Load(folder["a.png"], PictureFit.CentreCrop));
        Assert.Equal([1f], ModelPictures.Of(Manifest(1, 1, 1, [0, 1])).Load(folder["b.png"], PictureFit.CentreCrop));
        Assert.NotEqual([1f, 1f], pictures.Load(folder["a.png"]));
    }

    [Fact]
    public void SavePng_RowInTheModelsRange_RoundTrips()
    {
        var pictures = ModelPictures.Of(Manifest(3, 1, 2, [-1, 1]));
        float[] row = [-1f, 1f, 1f, -1f, -1f, 1f];
        using var stream = new MemoryStream();

        pictures.SavePng(folder["a.png"], row);
        pictures.SavePng(stream, row);
        stream.Position = 0;

        Assert.Equal(row, pictures.Load(folder["a.png"]));
        Assert.Equal(row, pictures.Load(stream));
    }

    [Fact]
    public void SaveHeatMap_ErrorOnOnePixel_ColoursOnlyIt()
    {
        var pictures = ModelPictures.Of(Manifest(1, 1, 2, [-1, 1]));
        using var stream = new MemoryStream();

        pictures.SaveHeatMap(stream, [1f, 1f], [0f, 3f], scale: 1);
        pictures.SaveHeatMap(folder["map.png"], [1f, 1f], [0f, 3f], scale: 1);
        stream.Position = 0;
        using var map = Image.Load<Rgb24>(stream);

        Assert.Equal(new Rgb24(255, 255, 255), map[0, 0]);
        Assert.Equal(new Rgb24(252, 255, 164), map[1, 0]);
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(folder["map.png"]));
    }

    [Fact]
    public void Of_ModelWithoutPictures_Throws()
    {
        var manifest = Manifest(1, 1, 2, null);
        var exception = Assert.Throws<ImageException>(() => ModelPictures.Of(manifest with { Input = manifest.Input with { Image = null } }));

        Assert.Equal(
            "The model does not take pictures.\nWhere: model 'tiny'\nExpected: input.image in bundle.json\nReceived: none\nCure: Choose a bundle that was trained on pictures.",
            exception.Message);
    }

    [Fact]
    public void SavePng_RowOfAnotherLength_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ModelPictures.Of(Manifest(1, 1, 2, null)).SavePng(folder["a.png"], [0f]));

        Assert.Equal(
            "The number of values does not fit the shape.\nWhere: row\nExpected: 2 values, one picture of 1 x 1 x 2\nReceived: 1 values\nCure: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Fact]
    public void Load_UnknownFit_Throws()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 1f], new ImageShape(1, 1, 2));
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 1), (PictureFit)7));

        Assert.Equal("There is no such way to fit a picture.\nWhere: fit\nExpected: Stretch or CentreCrop\nReceived: 7\nCure: Give one of these.", exception.Message);
    }

    public void Dispose() => folder.Dispose();

    private static BundleManifest Manifest(int channels, int height, int width, double[]? range) => new()
    {
        Name = "tiny",
        Family = "dense",
        Options = JsonSerializer.SerializeToElement(new { }),
        Graphs = new Dictionary<string, GraphEntry>(),
        Latent = new() { Size = 1 },
        Input = new() { Shape = [channels, height, width], Range = range, Image = new() { Channels = channels, Height = height, Width = width } },
        Producer = new() { Name = "tests", Version = "1" },
    };
}
