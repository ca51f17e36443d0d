using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class InstanceNormTests
{
    private const double Close = 1e-4;

    [Fact]
    public void InstanceNorm_OfPictures_NormalisesEachChannelOfEachRow()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.InstanceNorm2d(3, affine: true);
        var y = layer.call(randn(2, 3, 4, 5) * 7 + 3);
        Approximately.Equal(zeros(2, 3), y.mean([2, 3]), Close);
        Approximately.Equal(ones(2, 3), (y * y).mean([2, 3]), Close);
        Assert.Equal(["weight", "bias"], layer.state_dict().Keys.Order().Reverse());
        Assert.Throws<ArgumentException>(() => layer.call(randn(2, 4, 4, 5)));
    }

    [Fact]
    public void InstanceNorm_WithRunningStatistics_UsesThemInEvaluation()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.InstanceNorm1d(1, track_running_stats: true);
        var x = tensor(new float[] { 1, 3 }).reshape(1, 1, 2);
        Approximately.Equal([-1, 1], layer.call(x), Close);
        Approximately.Equal([0.2], layer.running_mean!);
        layer.eval();
        Approximately.Equal((x - layer.running_mean!) / (layer.running_var! + layer.eps).sqrt(), layer.call(x));
    }

    [Fact]
    public void InstanceNorm_OfOneRow_NeedsNoBatch()
    {
        using var scope = NewDisposeScope();
        Approximately.Equal([-1, 1], nn.InstanceNorm1d(1).call(tensor(new float[,] { { 1, 3 } })), Close);
        Assert.Equal([2L, 2, 3, 4], nn.InstanceNorm3d(2).call(randn(2, 2, 3, 4)).shape);
    }

    [Fact]
    public void LocalResponseNorm_OfChannels_DividesByTheMeanOfAllItsSize()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3 }).reshape(1, 3, 1);
        Approximately.Equal([1 / (1 + (5.0 / 3)), 2 / (1 + (14.0 / 3)), 3 / (1 + (13.0 / 3))], nn.LocalResponseNorm(3, alpha: 1, beta: 1).call(x));
        Approximately.Equal([1 / (1 + 0.5), 2 / (1 + 2.5), 3 / (1 + 6.5)], nn.LocalResponseNorm(2, alpha: 1, beta: 1).call(x));
    }
}
