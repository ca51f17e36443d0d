using System.Text.Json;
using Latent.Bundles;
using Latent.Tests;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class ModelImagesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Load_RangeOfTheManifest_ScalesValues()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 1f], new ImageShape(1, 1, 2));

        Assert.Equal([-1f, 1f], ModelImages.From(Manifest(1, 1, 2, [-1, 1])).Load(folder["a.png"]));
        Assert.Equal([0f, 255f], ModelImages.From(Manifest(1, 1, 2, [0, 255])).Load(folder["a.png"]));
        Assert.Equal([0f, 1f], ModelImages.From(Manifest(1, 1, 2, null)).Load(folder["a.png"]));
    }

    [Fact]
    public void Load_ColourImageForAGrayModel_IsGray()
    {
        using (var image = new Image<Rgb24>(2, 2, new Rgb24(0, 255, 0)))
            image.SaveAsPng(folder["a.png"]);

        Assert.Equal([182 / 255f], ModelImages.From(Manifest(1, 1, 1, [0, 1])).Load(folder["a.png"]));
        Assert.Equal([0f, 1f, 0f], ModelImages.From(Manifest(3, 1, 1, [0, 1])).Load(folder["a.png"]));
    }

    [Fact]
    public void Load_CentreCrop_KeepsTheMiddle()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 0f, 1f, 1f, 0f, 0f], new ImageShape(1, 1, 6));
        ImageTensor.SavePng(folder["b.png"], [0f, 0.2f, 1f, 0.4f, 0f], new ImageShape(1, 5, 1));
        var images = ModelImages.From(Manifest(1, 1, 2, [0, 1]));

        Assert.Equal([1f, 1f], images.Load(folder["a.png"], ImageFit.CentreCrop));
        Assert.Equal([1f], ModelImages.From(Manifest(1, 1, 1, [0, 1])).Load(folder["b.png"], ImageFit.CentreCrop));
        Assert.NotEqual([1f, 1f], images.Load(folder["a.png"]));
    }

    [Fact]
    public void SavePng_RowInTheModelsRange_RoundTrips()
    {
        var images = ModelImages.From(Manifest(3, 1, 2, [-1, 1]));
        float[] row = [-1f, 1f, 1f, -1f, -1f, 1f];
        using var stream = new MemoryStream();

        images.SavePng(folder["a.png"], row);
        images.SavePng(stream, row);
        stream.Position = 0;

        Assert.Equal(row, images.Load(folder["a.png"]));
        Assert.Equal(row, images.Load(stream));
    }

    [Fact]
    public void SaveHeatMap_ErrorOnOnePixel_ColoursOnlyIt()
    {
        var images = ModelImages.From(Manifest(1, 1, 2, [-1, 1]));
        using var stream = new MemoryStream();

        images.SaveHeatMap(stream, [1f, 1f], [0f, 3f], scale: 1);
        images.SaveHeatMap(folder["map.png"], [1f, 1f], [0f, 3f], scale: 1);
        stream.Position = 0;
        using var map = Image.Load<Rgb24>(stream);

        Assert.Equal(new Rgb24(255, 255, 255), map[0, 0]);
        Assert.Equal(new Rgb24(252, 255, 164), map[1, 0]);
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(folder["map.png"]));
    }

    [Fact]
    public void From_ModelWithoutImages_Throws()
    {
        var manifest = Manifest(1, 1, 2, null);
        var exception = Assert.Throws<ImageException>(
            () => ModelImages.From(manifest with { Input = manifest.Input with { Image = null } }));

        Assert.Equal(
            "The model does not take images.\nWhere: model 'tiny'\nExpected: input.image in bundle.json\nReceived: none\nFix: " +
            "Choose a bundle that was trained on images.",
            exception.Message);
    }

    [Fact]
    public void SavePng_RowOfAnotherLength_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => ModelImages.From(Manifest(1, 1, 2, null)).SavePng(folder["a.png"], [0f]));

        Assert.Equal(
            "The number of values does not match the shape.\nWhere: row\nExpected: 2 values, one image of 1 x 1 x 2\nReceived: " +
            "1 values\nFix: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Fact]
    public void Load_UnknownFit_Throws()
    {
        ImageTensor.SavePng(folder["a.png"], [0f, 1f], new ImageShape(1, 1, 2));
        var exception = Assert.Throws<ImageException>(() => ImageTensor.Load(folder["a.png"], new ImageShape(1, 1, 1), (ImageFit)7));

        Assert.Equal(
            "The image fit is unknown.\nWhere: fit\nExpected: Stretch or CentreCrop\nReceived: 7\nFix: Use one of these.", exception
                .Message);
    }

    public void Dispose() => folder.Dispose();

    private static BundleManifest Manifest(int channels, int height, int width, double[]? range) => new()
    {
        Name = "tiny",
        Family = "dense",
        Options = JsonSerializer.SerializeToElement(new { }),
        Graphs = new Dictionary<string, GraphEntry>(),
        Latent = new() { Size = 1 },
        Input = new()
        {
            Shape = [channels, height, width],
            Range = range,
            Image = new() { Channels = channels, Height = height, Width = width }
        },
        Producer = new() { Name = "tests", Version = "1" },
    };
}
