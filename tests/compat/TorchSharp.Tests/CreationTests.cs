using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class CreationTests
{
    [Fact]
    public void Tensor_FromArrays_HasTheirShapeAndType()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2L, 2L], tensor(new float[,] { { 1, 2 }, { 3, 4 } }).shape);
        Assert.Equal(int64, tensor(new[] { 1L }).dtype);
        Assert.Equal(float64, tensor(new[] { 1f }, dtype: float64).dtype);
        Assert.Equal([2L, 3L], tensor(new float[6], 2, 3).shape);
        Assert.Empty(tensor(1.0).shape);
        Assert.Equal([1L, 2L, 3L], from_array(new long[1, 2, 3]).shape);
        Assert.Throws<ArgumentException>(() => tensor(new float[3], [2L, 2L]));
    }

    [Fact]
    public void Factories_BySizeAndType_FillAsNamed()
    {
        using var scope = NewDisposeScope();
        Approximately.Equal([0, 0], zeros(2));
        Approximately.Equal([1, 1], ones([2], dtype: int64));
        Approximately.Equal([3, 3], full(2, 3.0));
        Assert.Equal(int64, full(2, 3).dtype);
        Approximately.Equal([1, 3, 5], arange(1, 6, 2));
        Approximately.Equal([0, 0.5, 1], linspace(0, 1, 3));
        Approximately.Equal([1, 0, 0, 1], eye(2));
        Assert.True(zeros([2], requires_grad: true).requires_grad);
        Assert.Equal(float64, zeros_like(ones(2), dtype: float64).dtype);
        Assert.Equal([0L, 1L, 2L, 3L], randperm(4).data<long>().ToArray().Order());
    }
}
