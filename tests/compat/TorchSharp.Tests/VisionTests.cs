using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class VisionTests
{
    private static Tensor Ramp => tensor(new float[] { 1, 2, 3 }).reshape(1, 1, 3);

    [Fact]
    public void Padding_OfARow_FollowsItsMode()
    {
        using var scope = NewDisposeScope();
        Approximately.Equal([9, 1, 2, 3, 9, 9], nn.ConstantPad1d((1, 2), 9).call(Ramp));
        Approximately.Equal([2, 1, 2, 3, 2, 1], nn.ReflectionPad1d((1, 2)).call(Ramp));
        Approximately.Equal([1, 1, 2, 3, 3, 3], nn.ReplicationPad1d((1, 2)).call(Ramp));
    }

    [Fact]
    public void Padding_OfPicturesAndVolumes_NamesTheLastDimensionFirst()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1L, 1, 3 + 3 + 4, 2 + 1 + 2], nn.ZeroPad2d((1, 2, 3, 4)).call(ones([1, 1, 3, 2])).shape);
        Assert.Equal([1L, 1, 5, 4], nn.ReflectionPad2d(1).call(ones([1, 1, 3, 2])).shape);
        Assert.Equal([1L, 1, 4, 4, 7], nn.ReplicationPad3d((3, 2, 1, 0, 0, 1)).call(ones([1, 1, 3, 3, 2])).shape);
        Assert.Equal([1L, 1, 5, 5, 4], nn.ReflectionPad3d(1).call(ones([1, 1, 3, 3, 2])).shape);
        Approximately.Equal([7, 1], nn.ConstantPad3d((0, 0, 0, 0, 1, 0), 7).call(ones([1, 1, 1, 1, 1])));
    }

    [Fact]
    public void Upsample_OfARamp_FollowsItsMode()
    {
        using var scope = NewDisposeScope();
        Approximately.Equal([1, 1, 2, 2, 3, 3], nn.Upsample(scale_factor: [2.0]).call(Ramp));
        Approximately.Equal([1, 1.25, 1.75, 2.25, 2.75, 3], nn.Upsample(scale_factor: [2.0], mode: UpsampleMode.Linear).call(Ramp));
        Approximately.Equal([1, 1.5, 2, 2.5, 3], nn.Upsample(size: [5], mode: UpsampleMode.Linear, align_corners: true).call(Ramp));
        Assert.Equal([1L, 2, 7, 4], nn.Upsample(scale_factor: [1.75, 2.0], mode: UpsampleMode.Bilinear).call(ones([1, 2, 4, 2])).shape);
        Assert.Equal([1L, 2, 8, 4], nn.Upsample(scale_factor: [2.0, 2.0], mode: UpsampleMode.Bicubic).call(ones([1, 2, 4, 2])).shape);
        Assert.Equal([1L, 2, 3, 3, 3], nn.Upsample(size: [3, 3, 3], mode: UpsampleMode.Trilinear).call(ones([1, 2, 2, 2, 2])).shape);
        Assert.Throws<ExternalException>(() => nn.Upsample(scale_factor: [2.0]).call(ones([1, 2, 4, 2])));
    }

    [Fact]
    public void Shuffles_OfNumberedElements_MoveThem()
    {
        using var scope = NewDisposeScope();
        var channels = arange(4, float32).reshape(1, 4, 1, 1);
        Approximately.Equal([0, 2, 1, 3], nn.ChannelShuffle(2).call(channels));
        var picture = nn.PixelShuffle(2).call(channels);
        Assert.Equal([1L, 1, 2, 2], picture.shape);
        Approximately.Equal([0, 1, 2, 3], picture);
        Approximately.Equal(channels, nn.PixelUnshuffle(2).call(picture));
    }
}
