using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class ChannelTests
{
    [Fact]
    public void Softmin_AndSoftmax2d_SumToOne()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 3, 4, 5);
        Approximately.Equal(ones(2, 4, 5), nn.Softmax2d().call(x).sum(1));
        Approximately.Equal(nn.Softmax(1).call(-x), nn.Softmin(1).call(x));
    }

    [Fact]
    public void Dropout1d_InTraining_DropsWholeChannels()
    {
        using var scope = NewDisposeScope();
        var sums = nn.Dropout1d(0.5).call(ones(8, 50, 4)).sum(2);
        Assert.True(sums.eq(0).logical_or(sums.eq(8)).all().ToBoolean());
        Assert.InRange(sums.eq(0).to(float32).mean().ToDouble(), 0.4, 0.6);
        Assert.Throws<ArgumentException>(() => nn.Dropout1d().call(ones(2, 3)));
    }
}
