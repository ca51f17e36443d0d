using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class IndexingTests
{
    [Fact]
    public void Index_WithNumbersAndSlices_TakesThatPart()
    {
        using var scope = NewDisposeScope();
        var x = arange(24, float32).reshape(2, 3, 4);
        Approximately.Equal([4, 5, 6, 7], x[0, 1]);
        Approximately.Equal([5, 6], x[0, 1, 1..3]);
        Approximately.Equal([11, 23], x[.., ^1, ^1]);
        Approximately.Equal([3, 15], x[TensorIndex.Colon, 0, 3]);
        Approximately.Equal([1, 5, 9], x[TensorIndex.Single(0), TensorIndex.Ellipsis, TensorIndex.Single(1)]);
        Assert.Equal([2L, 1L, 3L, 4L], x[TensorIndex.Colon, TensorIndex.Null].shape);
        Approximately.Equal([0, 2], x[TensorIndex.Single(0), TensorIndex.Single(0), TensorIndex.Slice(0, 4, 2)]);
    }

    [Fact]
    public void Index_WithTensors_GathersOrMasks()
    {
        using var scope = NewDisposeScope();
        var x = arange(6, float32).reshape(2, 3);
        Approximately.Equal([3, 4, 5, 0, 1, 2], x[tensor(new[] { 1L, 0L })]);
        Approximately.Equal([2, 5], x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { 2L }))]);
        Approximately.Equal([4, 5], x[x > 3]);
    }

    [Fact]
    public void SetIndex_ToAPart_ChangesOnlyThatPart()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x[0, 1] = tensor(5f);
        x[TensorIndex.Single(1), TensorIndex.Slice(1)] = tensor(new[] { 7f, 8f });
        Approximately.Equal([0, 5, 0, 0, 7, 8], x);
        x[x > 6] = tensor(-1f);
        Approximately.Equal([0, 5, 0, 0, -1, -1], x);
    }
}
