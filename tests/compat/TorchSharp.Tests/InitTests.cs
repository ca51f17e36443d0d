using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class InitTests
{
    [Fact]
    public void Initialisers_OnALayer_HaveTheirSpread()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var w = empty(200, 100);
        Approximately.Equal(Math.Sqrt(6.0 / 300), nn.init.xavier_uniform_(w).abs().max().ToDouble(), 1e-3);
        Approximately.Equal(Math.Sqrt(2.0 / 300), nn.init.xavier_normal_(w).std().ToDouble(), 2e-3);
        Approximately.Equal(Math.Sqrt(6.0 / 100), nn.init.kaiming_uniform_(w, nonlinearity: nn.init.NonlinearityType.ReLU).abs().max().ToDouble(), 1e-3);
        Approximately.Equal(0.02, nn.init.normal_(w, 0, 0.02).std().ToDouble(), 1e-3);
        Approximately.Equal(3, nn.init.constant_(w, 3).mean().ToDouble());
        Assert.InRange(nn.init.trunc_normal_(w, std: 1, a: -1, b: 1).abs().max().ToDouble(), 0.9, 1);
        Assert.Equal((100L, 200L), nn.init.CalculateFanInAndFanOut(w));
    }

    [Fact]
    public void Orthogonal_OfAWideMatrix_HasOrthonormalRows()
    {
        using var scope = NewDisposeScope();
        var w = nn.init.orthogonal_(empty(3, 5));
        Approximately.Equal(eye(3), w.mm(w.t()));
    }
}
