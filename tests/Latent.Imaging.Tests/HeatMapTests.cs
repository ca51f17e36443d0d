using System.Numerics;
using Latent.Imaging.Internals;
using Latent.Tests;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Tests;

public sealed class HeatMapTests : IDisposable
{
    private static readonly ImageShape Pair = new(1, 1, 2);
    private static readonly Rgb24 Brightest = new(252, 255, 164);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Save_ErrorOnOnePixel_ColoursOnlyIt()
    {
        HeatMap.Save(folder["map.png"], [0.2f, 0.2f], [0f, 7f], Pair, scale: 2);
        using var map = Image.Load<Rgb24>(folder["map.png"]);

        Assert.Equal((4, 2), (map.Width, map.Height));
        Assert.Equal(new Rgb24(51, 51, 51), map[1, 1]);
        Assert.Equal(Brightest, map[2, 0]);
    }

    [Fact]
    public void Draw_OnePixelWithAnError_IsTheImageWithItsColour()
    {
        var map = HeatMap.Draw([0.2f, 0.2f], [0f, 7f], Pair);

        Assert.Equal([0.2f, 252 / 255f, 0.2f, 1f, 0.2f, 164 / 255f], map);
    }

    [Fact]
    public void Save_NoError_ShowsTheImage()
    {
        HeatMap.Save(folder["map.png"], [0f, 1f], [0f, 0f], Pair, scale: 1);
        using var map = Image.Load<Rgb24>(folder["map.png"]);

        Assert.Equal((new Rgb24(0, 0, 0), new Rgb24(255, 255, 255)), (map[0, 0], map[1, 0]));
    }

    [Fact]
    public void Save_ErrorsPerChannel_ShowsTheirMean()
    {
        HeatMap.Save(folder["map.png"], [0f, 0f, 0f], [3f, 0f, 0f], new ImageShape(3, 1, 1), scale: 1, maximum: 1f);
        using var map = Image.Load<Rgb24>(folder["map.png"]);

        Assert.Equal(Brightest, map[0, 0]);
    }

    [Fact]
    public void Save_Maximum_ScalesErrors()
    {
        HeatMap.Save(folder["map.png"], [0f, 0f], [1f, 4f], Pair, scale: 1, maximum: 2f);
        using var map = Image.Load<Rgb24>(folder["map.png"]);

        // Half of the colour halfway up the map, (186, 54, 85), over black.
        Assert.Equal(new Rgb24(93, 27, 43), map[0, 0]);
        Assert.Equal(Brightest, map[1, 0]);
    }

    [Fact]
    public void Save_NegativeError_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => HeatMap.Save(folder["map.png"], [0f, 0f], [-1f, 0f], Pair));

        Assert.Equal(
            "An error is negative or not a number.\nWhere: errors\nExpected: errors of 0 or more\nReceived: -1\nFix: " +
            "Give squared or absolute errors.",
            exception.Message);
    }

    [Fact]
    public void Save_WrongNumberOfErrors_Throws()
    {
        var exception = Assert.Throws<ImageException>(() => HeatMap.Save(folder["map.png"], [0f, 0f], [0f], Pair));

        Assert.Equal(
            "The number of values does not match the shape.\nWhere: errors\nExpected: 2 values, one per pixel\nReceived: " +
            "1 values\nFix: Check the shape and the data, channels first.",
            exception.Message);
    }

    [Fact]
    public void FromError_LargerError_IsLighter()
    {
        var lightness = Enumerable.Range(0, 101)
            .Select(step => Vector3.Dot(HeatColors.FromError(step / 100f), new Vector3(.2126f, .7152f, .0722f)))
            .ToArray();

        Assert.Equal(lightness.Order(), lightness);
    }

    public void Dispose() => folder.Dispose();
}
