using System.Runtime.InteropServices;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Compat.TorchSharp.Tests;

public class TransposedConvolutionTests
{
    private const double RelativeToLargest = 1e-5;

    public static TheoryData<long[], long[], long, long, long, long, long> Geometries => new()
    {
        // input, weight, stride, padding, output padding, dilation, groups
        { [3, 4, 6, 5], [4, 6, 3, 3], 1, 0, 0, 1, 1 },
        { [2, 4, 5, 4], [4, 3, 4, 4], 2, 1, 0, 1, 2 },
        { [2, 4, 5, 4], [4, 6, 3, 3], 2, 1, 1, 1, 1 },
        { [5, 8, 1, 1], [8, 4, 7, 7], 1, 0, 0, 1, 1 },
        { [2, 4, 3, 3], [4, 1, 3, 3], 3, 0, 2, 2, 4 },
        { [1, 2, 3, 3], [2, 2, 1, 1], 1, 0, 0, 1, 1 },
        { [2, 2, 3, 3], [2, 2, 3, 3], 1, 0, 1, 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void OutputAndGradients_InSinglePrecision_AreThoseOfDouble(
        long[] input, long[] weight, long stride, long padding, long outputPadding, long dilation, long groups)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        Tensor[] leaves = [randn(input), randn(weight), randn(weight[1] * groups)];
        var single = Run(ScalarType.Float32);
        var exact = Run(ScalarType.Float64);
        foreach (var (expected, actual) in exact.Zip(single))
            Approximately.Equal(expected, actual, RelativeToLargest * expected.abs().max().ToDouble());

        Tensor[] Run(ScalarType type)
        {
            var (x, w, bias) = (Leaf(0), Leaf(1), Leaf(2));
            var y = F.conv_transpose2d(
                x, w, bias, [stride, stride], [padding, padding], [outputPadding, outputPadding], [dilation, dilation], groups);
            (y * y).sum().backward();
            return [y, x.grad!, w.grad!, bias.grad!];

            Tensor Leaf(int index) => leaves[index].to_type(type).detach().requires_grad_();
        }
    }

    [Fact]
    public void OnePixel_GivesTheKernelTimesItsValue()
    {
        using var scope = NewDisposeScope();
        var kernel = arange(4, float32).reshape(1, 1, 2, 2);
        var bias = ones(1);
        Approximately.Equal([1, 4, 7, 10], F.conv_transpose2d(full([1L, 1, 1, 1], 3f), kernel, bias));
    }

    [Fact]
    public void OutputPadding_OfEachSide_IsTheFirstOfAll()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.ConvTranspose2d(1, 1, (1, 1), (3, 3), output_padding: (1, 2));
        Assert.Equal([1L, 1, 2, 2], layer.call(ones(1, 1, 1, 1)).shape);
        Assert.Equal([1L, 1, 2, 3], layer.forward(ones(1, 1, 1, 1), [2, 3]).shape);
    }

    [Fact]
    public void SecondDerivative_OfASquare_IsTwiceTheKernelSquared()
    {
        using var scope = NewDisposeScope();
        var x = full([1L, 1, 1, 1], 3f).requires_grad_();
        var y = F.conv_transpose2d(x, arange(4, float32).reshape(1, 1, 2, 2));
        var slope = autograd.grad([(y * y).sum()], [x], retain_graph: true, create_graph: true)[0];
        Approximately.Equal([84], slope);
        Approximately.Equal([28], autograd.grad([slope.sum()], [x])[0]);
    }

    [Fact]
    public void WrongChannels_AreNamedInTheError()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => F.conv_transpose2d(randn(2, 3, 4, 4), randn(4, 2, 3, 3)));
        Assert.StartsWith(
            "Given transposed=1, weight of size [4, 2, 3, 3], expected input[2, 3, 4, 4] to have 4 channels, but got 3 channels instead",
            error.Message,
            StringComparison.Ordinal);
    }
}
