using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class SelectionTests
{
    private static readonly float[] Values = [3, 1, 4, 1.5f, 9, 2.6f];

    [Fact]
    public void TopK_AndKthValue_PickByRank()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Values);
        var (values, indices) = topk(x, 2);
        Approximately.Equal([9, 4], values);
        Assert.Equal([4, 2], indices.data<long>().ToArray());
        Approximately.Equal([1, 1.5], x.topk(2, largest: false).values);
        var (third, at) = x.kthvalue(3, 0);
        Assert.Equal((2.6f, 5L), (third.item<float>(), at.item<long>()));
    }

    [Fact]
    public void Sort_AndArgsort_OrderBothWays()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Values);
        Approximately.Equal([1, 1.5, 2.6, 3, 4, 9], sort(x).values);
        Approximately.Equal([9, 4, 3, 2.6, 1.5, 1], x.sort(descending: true).Values);
        Assert.Equal([1, 3, 5, 0, 2, 4], argsort(x).data<long>().ToArray());
    }

    [Fact]
    public void ArgMaxAndArgMin_OverAllAndByRow_GiveIndices()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Values).reshape(2, 3);
        Assert.Equal((4L, 1L), (x.argmax().item<long>(), x.argmin().item<long>()));
        Assert.Equal([2, 1], x.argmax(1).data<long>().ToArray());
        Assert.Equal([1, 0, 1], argmin(tensor(new float[,] { { 2, 1, 3 }, { 1, 5, 2 } }), 0).data<long>().ToArray());
    }

    [Fact]
    public void Comparisons_AndWhere_ChooseElements()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (tensor(new[] { 1f, 2, 3 }), tensor(new[] { 2f, 2, 2 }));
        Assert.Equal([false, true, true], ge(x, y).data<bool>().ToArray());
        Assert.Equal([false, false, true], x.gt(2).data<bool>().ToArray());
        Assert.Equal([true, true, false], le(x, y).data<bool>().ToArray());
        Assert.Equal([true, false, false], x.lt(2).data<bool>().ToArray());
        Approximately.Equal([1, 2, 2], where(x < y, x, y));
        Approximately.Equal([2, 2, 3], maximum(x, y));
        Approximately.Equal([1, 2, 2], minimum(x, y));
        Approximately.Equal([0, 2, 0], x.masked_fill(x.ne(2), 0));
    }

    [Fact]
    public void AmaxAndAmin_IntoAGivenTensor_FillIt()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Values).reshape(2, 3);
        Approximately.Equal([4, 9], x.amax([1]));
        Approximately.Equal([1.5, 1, 2.6], amin(x, [0]));
        var target = zeros(2, 1);
        Approximately.Equal([1, 1.5], amin(x, [1], keepdim: true, @out: target));
        Approximately.Equal([1, 1.5], target);
        amax(x, [1], keepdim: true, @out: target);
        Approximately.Equal([4, 9], target);
    }

    [Fact]
    public void GatherAndScatter_AreEachOthersInverse()
    {
        using var scope = NewDisposeScope();
        var x = tensor(Values).reshape(2, 3);
        var order = tensor(new long[,] { { 2, 0, 1 }, { 1, 2, 0 } });
        var moved = gather(x, 1, order);
        Approximately.Equal([4, 3, 1, 9, 2.6, 1.5], moved);
        Approximately.Equal(x, zeros(2, 3).scatter(1, order, moved));
        Approximately.Equal(x, scatter_(zeros(2, 3), 1, order, moved));
        Approximately.Equal([5, 0], scatter_add_(zeros(2), 0, tensor(new[] { 0L, 0 }), tensor(new[] { 2f, 3 })));
        Approximately.Equal(moved, take_along_dim(x, order, 1));
        Approximately.Equal([7, 1, 7], index_fill(tensor(new[] { 3f, 1, 4 }), 0, tensor(new[] { 0L, 2 }), 7));
    }

    [Fact]
    public void ExpandRepeatStackUnbind_ChangeTheShape()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2 });
        Approximately.Equal([1, 2, 1, 2], x.expand(2, 2));
        Approximately.Equal([1, 2, 1, 2], x.repeat(2));
        Approximately.Equal([1, 1, 2, 2], repeat_interleave(x, 2));
        Approximately.Equal([1, 2, 2, 2], x.repeat_interleave(tensor(new[] { 1L, 3 })));
        Approximately.Equal([1, 1, 2, 2], stack([x, x], 1));
        Approximately.Equal([2, 2], stack([x, x], 1).unbind()[1]);
        Approximately.Equal([1, 3], x.cumsum(0));
    }

    [Fact]
    public void SearchSortedAndHistogram_FindBins()
    {
        using var scope = NewDisposeScope();
        var edges = tensor(new[] { 0f, 1, 2, 4 });
        Assert.Equal([1, 3], searchsorted(edges, tensor(new[] { 1f, 3 })).data<long>().ToArray());
        Assert.Equal(2, searchsorted(edges, 1, false, true, null).item<long>());
        var (counts, bins) = histogram(tensor(new[] { 0f, 0.5f, 1, 3, 4, 5 }), edges);
        Approximately.Equal([2, 1, 2], counts);
        Approximately.Equal(edges, bins);
        Approximately.Equal([2, 1, 1], histogram(tensor(new[] { 0f, 0.5f, 1, 3, 4, 5 }), 3, (0.0, 3.0)).hist);
    }
}
