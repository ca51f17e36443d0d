using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace ImageSharpCompat.Tests;

/// <summary>The numbers are worked out by hand from the definitions of the resamplers.</summary>
public class ResizeTests
{
    [Fact]
    public void Resize_TriangleTwiceAsWide_Interpolates() =>
        Assert.Equal([0, 64, 191, 255], Resized(Pictures.Row(0, 255), 4, KnownResamplers.Triangle));

    [Fact]
    public void Resize_BoxHalfAsWide_TakesMeans() =>
        Assert.Equal([50, 225], Resized(Pictures.Row(0, 100, 200, 250), 2, KnownResamplers.Box));

    [Fact]
    public void Resize_NearestNeighborHalfAsWide_PicksPixels() =>
        Assert.Equal([10, 30], Resized(Pictures.Row(10, 20, 30, 40), 2, KnownResamplers.NearestNeighbor));

    [Fact]
    public void Resize_NearestNeighborTwiceAsWide_RepeatsPixels() =>
        Assert.Equal([10, 10, 20, 20], Resized(Pictures.Row(10, 20), 4, KnownResamplers.NearestNeighbor));

    // Weights (0.867, 0.867, 0.227, -0.070) / 1.891: the kernel is twice as wide as when enlarging.
    [Fact]
    public void Resize_DefaultHalfAsWide_IsBicubicWithWidenedKernel()
    {
        using var image = Pictures.Row(0, 0, 255, 255);
        image.Mutate(context => context.Resize(2, 1));

        Assert.Equal([21, 234], Pictures.Values(image));
    }

    // Centre -0.25: weights (0.867, -0.070) / 0.797; centre 0.25: weights (0.867, 0.227) / 1.094.
    [Fact]
    public void Resize_DefaultTwiceAsWide_SharpensWithinRange()
    {
        using var image = Pictures.Row(100, 200);
        image.Mutate(context => context.Resize(4, 1));

        Assert.Equal([91, 121, 179, 209], Pictures.Values(image));
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(31, 40)]
    public void Resize_EvenPicture_StaysEven(int width, int height)
    {
        foreach (var sampler in new[] { KnownResamplers.Lanczos3, KnownResamplers.Bicubic, KnownResamplers.Triangle })
        {
            using var image = new Image<Rgb24>(16, 12, new Rgb24(10, 128, 250));
            image.Mutate(context => context.Resize(width, height, sampler));

            Assert.Equal(new Rgb24(10, 128, 250), image[width - 1, height / 2]);
        }
    }

    [Fact]
    public void Resize_HeightZero_KeepsProportions()
    {
        using var image = Pictures.Grey(40, 20);
        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(10, 0) }));

        Assert.Equal(new Size(10, 5), image.Size);
    }

    [Fact]
    public void Resize_OptionsByDefault_CropCentre()
    {
        using var image = Pictures.Grey(4, 2);
        var expected = (image[1, 0], image[2, 1]);
        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(2, 2) }));

        Assert.Equal(expected, (image[0, 0], image[1, 1]));
    }

    [Theory]
    [InlineData(AnchorPositionMode.Left, 0)]
    [InlineData(AnchorPositionMode.Center, 1)]
    [InlineData(AnchorPositionMode.Right, 2)]
    public void Resize_Crop_KeepsPartAtPosition(AnchorPositionMode position, int first)
    {
        using var image = Pictures.Grey(4, 2);
        var expected = image[first, 0];
        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(2, 2), Position = position }));

        Assert.Equal(expected, image[0, 0]);
    }

    [Fact]
    public void Resize_Pad_LeavesBordersEmpty()
    {
        using var image = new Image<L8>(2, 2, new L8(200));
        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(4, 2), Mode = ResizeMode.Pad }));

        Assert.Equal([0, 200, 200, 0, 0, 200, 200, 0], Pictures.Values(image));
    }

    [Theory]
    [InlineData(ResizeMode.Max, 10, 5)]
    [InlineData(ResizeMode.Min, 20, 10)]
    [InlineData(ResizeMode.Stretch, 10, 10)]
    [InlineData(ResizeMode.BoxPad, 10, 10)]
    public void Resize_Mode_GivesSize(ResizeMode mode, int width, int height)
    {
        using var image = Pictures.Grey(40, 20);
        image.Mutate(context => context.Resize(new ResizeOptions { Size = new Size(10, 10), Mode = mode }));

        Assert.Equal(new Size(width, height), image.Size);
    }

    [Fact]
    public void Resize_TransparentNeighbour_DoesNotBleedItsColour()
    {
        using var image = new Image<Rgba32>(2, 1, new Rgba32(255, 0, 0, 0));
        image[1, 0] = new Rgba32(0, 0, 255, 255);
        image.Mutate(context => context.Resize(1, 1, KnownResamplers.Box));

        Assert.Equal(new Rgba32(0, 0, 255, 128), image[0, 0]);
    }

    [Fact]
    public void Resize_NoSize_Throws()
    {
        using var image = Pictures.Row(1);

        Assert.Throws<InvalidOperationException>(() => image.Mutate(context => context.Resize(0, 0)));
    }

    [Fact]
    public void Clone_Resized_LeavesOriginal()
    {
        using var image = Pictures.Grey(8, 8);
        using var small = image.Clone(context => context.Resize(4, 4));

        Assert.Equal((8, 4), (image.Width, small.Width));
    }

    private static byte[] Resized(Image<L8> image, int width, IResampler sampler)
    {
        using (image)
        {
            image.Mutate(context => context.Resize(width, 1, sampler));
            return Pictures.Values(image);
        }
    }
}
