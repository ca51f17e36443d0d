using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class PoolingTests
{
    [Fact]
    public void Volumes_OfACube_HaveLargestAndMean()
    {
        using var scope = NewDisposeScope();
        var cube = arange(8, float32).reshape(1, 1, 2, 2, 2);
        Approximately.Equal([7], nn.MaxPool3d(2).call(cube));
        Approximately.Equal([3.5], nn.AvgPool3d(2).call(cube));
        Approximately.Equal([28.0 / 5], nn.AvgPool3d((2, 2, 2), divisor_override: 5).call(cube));
        Approximately.Equal([3.5], nn.AdaptiveAvgPool3d(1).call(cube));
        Approximately.Equal([1.5, 5.5], nn.AdaptiveAvgPool3d((2, 1, 1)).call(cube));
        var (values, indices) = nn.MaxPool3d((1, 2, 2)).forward_with_indices(cube);
        Approximately.Equal([3, 7], values);
        Assert.Equal([3, 7], indices.data<long>().ToArray());
    }

    [Fact]
    public void AdaptiveMaxPool_OfASquare_HasItsLargestElements()
    {
        using var scope = NewDisposeScope();
        var square = arange(16, float32).reshape(1, 1, 4, 4);
        Approximately.Equal([5, 7, 13, 15], nn.AdaptiveMaxPool2d([2, 2]).call(square));
        Approximately.Equal([1, 3, 5, 7, 9, 11, 13, 15], nn.AdaptiveMaxPool1d(2).call(square.squeeze(0)));
        Assert.Equal([15], nn.AdaptiveMaxPool2d([1, 1]).forward_with_indices(square).indices.data<long>().ToArray());
    }

    [Fact]
    public void AveragePool_RoundedUp_CountsPaddingButNothingBeyond()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4 }).reshape(1, 1, 4);
        Approximately.Equal([2, 4], nn.AvgPool1d(3, ceil_mode: true).call(x));
        Approximately.Equal([1, 3, 2], nn.AvgPool1d(3, stride: 2, padding: 1, ceil_mode: true).call(x));
        Approximately.Equal([1.5, 3, 4], nn.AvgPool1d(3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false).call(x));
    }

    [Fact]
    public void NormPool_OfWindows_IsTheRootOfSummedPowers()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 3, 4, -5, 12 }).reshape(1, 1, 4);
        Approximately.Equal([5, 13], nn.LPPool1d(2, 2).call(x));
        Approximately.Equal([Math.Sqrt(194)], nn.LPPool2d(2, 2).call(x.reshape(1, 1, 2, 2)));
        Approximately.Equal([7, 7], nn.LPPool2d(1, [1L, 2L]).call(x.reshape(1, 1, 2, 2)));
    }

    [Fact]
    public void Unpool_OfLargestElements_PutsThemBack()
    {
        using var scope = NewDisposeScope();
        var square = tensor(new float[] { 1, 2, 5, 4 }).reshape(1, 1, 2, 2);
        var (values, indices) = nn.MaxPool2d(2).forward_with_indices(square);
        Assert.Equal([2], indices.data<long>().ToArray());
        Approximately.Equal([0, 0, 5, 0], nn.MaxUnpool2d(2).call(values, indices));
        Approximately.Equal([0, 7], nn.MaxUnpool1d(2).call(tensor(new float[] { 7 }).reshape(1, 1, 1), ones([1, 1, 1], int64)));
        Assert.Equal([1L, 1, 4, 4, 4], nn.MaxUnpool3d(2).call(ones([1, 1, 2, 2, 2]), zeros([1, 1, 2, 2, 2], int64)).shape);
    }

    [Fact]
    public void Unpool_WithStride_MovesByItBesideAPaddingAlone()
    {
        using var scope = NewDisposeScope();
        var (values, places) = (ones([1, 1, 4]), zeros([1, 1, 4], int64));
        Assert.Equal([1L, 1, 12], nn.MaxUnpool1d(3, stride: 2).call(values, places).shape);
        Assert.Equal([1L, 1, 9], nn.MaxUnpool1d(3, stride: 2, padding: 0).call(values, places).shape);
        Assert.Equal([1L, 1, 7], nn.MaxUnpool1d(3, stride: 2, padding: 1).call(values, places).shape);
    }

    [Fact]
    public void Unpool_ToASize_Throws()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => nn.MaxUnpool1d(2).call(ones([1, 1, 4]), zeros([1, 1, 4], int64), [8]));
        Assert.StartsWith("output_size should be a sequence containing 1 or 3 elements, but it has a length of '0'", error.Message, StringComparison.Ordinal);
    }
}
