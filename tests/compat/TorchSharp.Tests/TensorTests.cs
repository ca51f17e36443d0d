using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class TensorTests
{
    [Fact]
    public void ToArray_OfNoElements_WorksOnlyInOneDimension()
    {
        using var scope = NewDisposeScope();
        Assert.Empty(zeros(0).data<float>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros(0, 4).data<float>().ToArray());
    }

    [Fact]
    public void Mm_SmallMatrices_MatchesHandComputation()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        var b = tensor(new float[,] { { 5, 6 }, { 7, 8 } });
        Assert.Equal([19f, 22f, 43f, 50f], a.mm(b).data<float>().ToArray());
        Assert.Equal([20f, 23f, 44f, 51f], addmm(ones(2, 2), a, b, 1, 1).data<float>().ToArray());
        Assert.Equal([19f, 22f, 43f, 50f], einsum("ij,jk->ik", a, b).data<float>().ToArray());
    }

    [Fact]
    public void Operators_WithNumbersOnEitherSide_FollowArithmetic()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2.0, 4.0 });
        Approximately.Equal([3, 4, 6], 2 + x);
        Approximately.Equal([1, 0, -2], 2 - x);
        Approximately.Equal([2, 1, 0.5], 2.0 / x);
        Approximately.Equal([0.5, 1, 2], x * 0.5);
        Approximately.Equal([-1, -2, -4], -x);
        Approximately.Equal([1, 0, 0], x % 2);
        Approximately.Equal([1, 4, 16], x.pow(2));
        Assert.Equal([false, true, true], (x >= 2).data<bool>().ToArray());
    }

    [Fact]
    public void Elementwise_KnownValues_MatchMath()
    {
        using var scope = NewDisposeScope();
        double[] values = [0.25, 1.0, 2.5];
        var x = tensor(values);
        Approximately.Equal([.. values.Select(Math.Exp)], x.exp(), 1e-12);
        Approximately.Equal([.. values.Select(v => Math.Log(v))], log(x), 1e-12);
        Approximately.Equal([.. values.Select(Math.Sqrt)], sqrt(x), 1e-12);
        Approximately.Equal([.. values.Select(Math.Tanh)], x.tanh(), 1e-12);
        Approximately.Equal([.. values.Select(v => 1 / (1 + Math.Exp(-v)))], sigmoid(x), 1e-12);
        Approximately.Equal([0.5, 1, 2], x.clamp(0.5, 2.0));
        Approximately.Equal([0.25, 1, 1], minimum(x, ones(3, float64)));
    }

    [Fact]
    public void Reductions_OfAMatrix_MatchHandComputation()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[,] { { 1, 5, 3 }, { 4, 2, 6 } });
        Assert.Equal(21, x.sum().item<float>());
        Approximately.Equal([5, 7, 9], x.sum(dim: 0));
        Approximately.Equal([3, 4], x.mean([1]));
        Assert.Equal(6, x.max().item<float>());
        var (values, indexes) = x.max(1);
        Approximately.Equal([5, 6], values);
        Assert.Equal([1L, 2L], indexes.data<long>().ToArray());
        Assert.Equal([1L, 2L], x.argmax(1).data<long>().ToArray());
        Approximately.Equal([1, 6, 9, 4, 6, 12], x.cumsum(1));
        Approximately.Equal(Math.Log(Math.Exp(1) + Math.Exp(5) + Math.Exp(3)), x.logsumexp(1)[0].ToDouble());
        Approximately.Equal(Math.Sqrt(91), x.norm().ToDouble());
        Approximately.Equal([2, 2], x.std(1));
        var (top, at) = x.topk(2, 1);
        Approximately.Equal([5, 3, 6, 4], top);
        Assert.Equal([1L, 2L, 2L, 0L], at.data<long>().ToArray());
    }

    [Fact]
    public void Shapes_Rearranged_KeepTheirElements()
    {
        using var scope = NewDisposeScope();
        var x = arange(12, float32).reshape(3, 4);
        Assert.Equal([3L, 4L], x.shape);
        Assert.Equal([4L, 3L], x.t().shape);
        Assert.False(x.t().is_contiguous());
        Approximately.Equal([0, 4, 8, 1], x.t().contiguous().flatten().narrow(0, 0, 4));
        Assert.Equal([1L, 3L, 4L], x.unsqueeze(0).shape);
        Assert.Equal([3L, 4L], x.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([2L, 3L, 4L], x.expand(2, 3, 4).shape);
        Assert.Equal([6L, 4L], x.repeat(2, 1).shape);
        Assert.Equal([[3L, 2L], [3L, 2L]], x.chunk(2, 1).Select(part => part.shape));
        Assert.Equal([[1L, 4L], [2L, 4L]], x.split([1L, 2L], 0).Select(part => part.shape));
        Approximately.Equal(cat([x, x], 1), hstack(x, x));
        Assert.Equal([2L, 3L, 4L], stack([x, x]).shape);
        Approximately.Equal([0, 2, 8, 10], x.index_select(1, tensor(new[] { 0L, 2L })).index_select(0, tensor(new[] { 0L, 2L })));
        Approximately.Equal([0, 5, 10], x.gather(1, tensor(new long[,] { { 0 }, { 1 }, { 2 } })));
    }

    [Fact]
    public void Data_OfAStridedTensor_ComesInLogicalOrder()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, float32).reshape(2, 3).t();
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], x.data<float>().ToArray());
        Assert.Equal(4f, x.data<float>()[1, 1]);
        Assert.Equal(4f, x[1, 1].item<float>());
        var target = new float[6];
        x.data<float>().CopyTo(target);
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], target);
        Assert.Throws<InvalidOperationException>(() => x.bytes.Length);
    }

    [Fact]
    public void Bytes_OfAContiguousTensor_AreItsMemory()
    {
        using var x = zeros(2);
        x.bytes = BitConverter.GetBytes(1.5f).Concat(BitConverter.GetBytes(2.5f)).ToArray();
        Assert.Equal([1.5f, 2.5f], x.data<float>().ToArray());
    }

    [Fact]
    public void Cast_ToAnotherType_ConvertsValues()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.7f, -1.2f });
        Assert.Equal(int64, x.to(int64).dtype);
        Assert.Equal([1L, -1L], x.to(int64).data<long>().ToArray());
        Assert.Equal([true, true], x.@bool().data<bool>().ToArray());
        Assert.Equal("[2], type = Float32, device = cpu", x.ToString());
    }

    [Fact]
    public void Item_OfSeveralElements_Throws()
    {
        using var x = zeros(2);
        Assert.Throws<ArgumentException>(() => x.item<float>());
        Assert.Throws<ArgumentException>(() => x.data<double>());
    }

    [Fact]
    public void InPlace_Operators_ChangeTheTensorAndReturnIt()
    {
        using var scope = NewDisposeScope();
        var x = ones(3);
        Assert.Same(x, x.add_(1));
        Assert.Same(x, x.mul_(x));
        Approximately.Equal([4, 4, 4], x);
        x.zero_();
        Approximately.Equal([0, 0, 0], x);
        x.copy_(tensor(new[] { 1f, 2f, 3f }));
        Approximately.Equal([1, 2, 3], x);
    }

    [Fact]
    public void Comparisons_OfTensors_TellEqualFromClose()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2f });
        Assert.True(x.Equals(x.clone()));
        Assert.False(x.Equals(x + 1e-6f));
        Assert.True(x.allclose(x + 1e-6f));
        Assert.Equal([true, false], tensor(new[] { float.NaN, 1f }).isnan().data<bool>().ToArray());
        Assert.True(x.isfinite().all().item<bool>());
    }
}
