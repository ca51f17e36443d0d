using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Compat.TorchSharp.Tests;

public class LossTests
{
    private static readonly double[] Predicted = [0.2, 0.7, 0.9];
    private static readonly double[] Wanted = [0, 1, 0.5];

    [Fact]
    public void SquaredAndAbsolute_OfKnownNumbers_FollowTheirFormulas()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(Predicted), tensor(Wanted));
        Approximately.Equal((0.04 + 0.09 + 0.16) / 3, F.mse_loss(x, y).ToDouble());
        Approximately.Equal(0.29, F.mse_loss(x, y, nn.Reduction.Sum).ToDouble());
        Approximately.Equal([0.04, 0.09, 0.16], F.mse_loss(x, y, nn.Reduction.None));
        Approximately.Equal(0.3, nn.L1Loss().call(x, y).ToDouble());
        Approximately.Equal((0.02 + 0.045 + 0.08) / 3, nn.SmoothL1Loss().call(x, y).ToDouble());
    }

    [Fact]
    public void BinaryCrossEntropy_OfProbabilities_EqualsThatOfLogits()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(Predicted), tensor(Wanted));
        var expected = Predicted.Zip(Wanted, (p, t) => -((t * Math.Log(p)) + ((1 - t) * Math.Log(1 - p)))).Sum();
        Approximately.Equal(expected, F.binary_cross_entropy(x, y, reduction: nn.Reduction.Sum).ToDouble());
        Approximately.Equal(expected / 3, nn.BCELoss().call(x, y).ToDouble());
        Approximately.Equal(expected, F.binary_cross_entropy_with_logits(x.logit(), y, reduction: nn.Reduction.Sum).ToDouble());
        Approximately.Equal(expected / 3, nn.BCEWithLogitsLoss().call(x.logit(), y).ToDouble());
    }

    [Fact]
    public void CrossEntropy_OfClasses_IsTheNegativeLogLikelihood()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[,] { { 1, 2, 3 }, { 3, 1, 0 } });
        var y = tensor(new[] { 2L, 0L });
        var expected = -(nn.LogSoftmax(1).call(x)[0, 2] + nn.LogSoftmax(1).call(x)[1, 0]).ToDouble() / 2;
        Approximately.Equal(expected, F.cross_entropy(x, y).ToDouble());
        Approximately.Equal(expected, nn.CrossEntropyLoss().call(x, y).ToDouble());
        Approximately.Equal(expected, F.nll_loss(F.log_softmax(x, 1), y).ToDouble());
    }

    [Fact]
    public void KlDiv_OfLogProbabilities_FollowsItsFormula()
    {
        using var scope = NewDisposeScope();
        var p = tensor(new[] { 0.3, 0.7 });
        var q = tensor(new[] { 0.5, 0.5 });
        var expected = (0.3 * Math.Log(0.3 / 0.5)) + (0.7 * Math.Log(0.7 / 0.5));
        Approximately.Equal(expected, F.kl_div(q.log(), p, log_target: false, reduction: nn.Reduction.Sum).ToDouble());
        Approximately.Equal(expected, F.kl_div(q.log(), p.log(), reduction: nn.Reduction.Sum).ToDouble());
    }
}
