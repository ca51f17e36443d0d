using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Compat.TorchSharp.Tests;

public class FormulaTests
{
    [Fact]
    public void LogSumExpAndErf_OfKnownNumbers_AreExact()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 0, 0 }, { 100, 100 } });
        Approximately.Equal([Math.Log(2), 100 + Math.Log(2)], x.logsumexp(1));
        Approximately.Equal([0, 0.8427008, -0.9953223], erf(tensor(new[] { 0f, 1, -2 })));
        Approximately.Equal([0.6931472, 1.3132617], F.softplus(tensor(new[] { 0f, 1 })));
        Approximately.Equal([0, 0.8413447, -0.1586553], F.gelu(tensor(new[] { 0f, 1, -1 })));
    }

    [Fact]
    public void NormsAndOneHot_OfKnownNumbers_AreExact()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 3, -4 }, { 0, 2 } });
        Approximately.Equal([5, 2], linalg.vector_norm(x, 2, [1]));
        Approximately.Equal([7, 2], linalg.vector_norm(x, 1, [1]));
        Approximately.Equal(Math.Sqrt(29), x.norm().ToDouble());
        Assert.Equal([0, 0, 1, 1, 0, 0], F.one_hot(tensor(new[] { 2L, 0 }), 3).data<long>().ToArray());
    }

    [Fact]
    public void InPlaceMixtures_FollowTheirFormulas()
    {
        using var scope = NewDisposeScope();
        var (one, two) = (tensor(new[] { 2f, 3 }), tensor(new[] { 4f, 5 }));
        Approximately.Equal([1 + 4, 1 + 7.5], addcmul_(ones(2), one, two, 0.5));
        Approximately.Equal([1.25, 1.3], addcdiv_(ones(2), one, two, 0.5));
        Approximately.Equal([1.25, 1.5], ones(2).lerp_(one, 0.25f));
    }

    [Fact]
    public void Decompositions_MultiplyBackToTheMatrix()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new double[,] { { 2, 1 }, { 1, 2 }, { 0, 1 } });
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        Approximately.Equal(a, u.mm(diag(s)).mm(vh));
        Approximately.Equal([Math.Sqrt(5.5 + Math.Sqrt(16.25)), Math.Sqrt(5.5 - Math.Sqrt(16.25))], s);
        var (q, r) = linalg.qr(a);
        Approximately.Equal(a, q.mm(r));
        Approximately.Equal(eye(2, dtype: float64), q.t().mm(q));
        var (values, vectors) = linalg.eigh(tensor(new double[,] { { 2, 1 }, { 1, 2 } }));
        Approximately.Equal([1, 3], values);
        Approximately.Equal([2, 1, 1, 2], vectors.mm(diag(values)).mm(vectors.t()));
    }

    [Fact]
    public void Draws_OfCertainOutcomes_AreThose()
    {
        using var scope = NewDisposeScope();
        Approximately.Equal([0, 1], bernoulli(tensor(new[] { 0f, 1 })));
        Assert.Equal([2, 2, 2], multinomial(tensor(new[] { 0f, 0, 1 }), 3, replacement: true).data<long>().ToArray());
        manual_seed(1);
        Assert.InRange(bernoulli(full(20_000, 0.3f)).mean().ToDouble(), 0.28, 0.32);
    }

    [Fact]
    public void ParametersToVector_AndBack_KeepEveryNumber()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        var vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal([3L], vector.shape);
        nn.utils.vector_to_parameters(tensor(new[] { 5f, 6, 7 }), layer.parameters());
        Approximately.Equal([5, 6], layer.weight);
        Approximately.Equal([7], layer.bias!);
    }

    [Fact]
    public void Conv3d_OfOnes_SumsItsWindow()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Conv3d(1, 1, 2, stride: 2, padding: 1, bias: false);
        nn.init.ones_(layer.weight);
        Approximately.Equal([1, 1, 1, 1, 1, 1, 1, 1], layer.call(ones([1, 1, 2, 2, 2])));
        using var back = nn.ConvTranspose3d(1, 2, 2, stride: 2);
        Assert.Equal([1L, 2L, 4L, 4L, 4L], back.call(ones([1, 1, 2, 2, 2])).shape);
    }

    [Fact]
    public void BatchNorm3d_InTraining_NormalisesEachChannel()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm3d(2);
        var x = arange(32, float32).reshape(2, 2, 2, 2, 2);
        var y = layer.call(x);
        Approximately.Equal([0, 0], y.mean([0, 2, 3, 4]));
        Approximately.Equal([1, 1], (y * y).mean([0, 2, 3, 4]), 1e-4);
        Approximately.Equal([1.15, 1.95], layer.running_mean!);
    }

    [Fact]
    public void GroupNorm_OfTwoGroups_NormalisesEach()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GroupNorm(2, 4);
        nn.init.ones_(layer.weight);
        nn.init.zeros_(layer.bias!);
        var y = layer.call(tensor(new float[,] { { 1, 3, 10, 30 } }).unsqueeze(2));
        Approximately.Equal([-1, 1, -1, 1], y, 1e-4);
    }

    [Fact]
    public void Glu_GatesItsFirstHalfByItsSecond()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.GLU();
        Approximately.Equal([0.5, 2 / (1 + Math.Exp(-1))], layer.call(tensor(new float[,] { { 1, 2, 0, 1 } })));
    }
}
