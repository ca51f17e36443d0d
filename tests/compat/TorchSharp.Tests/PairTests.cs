using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class PairTests
{
    [Fact]
    public void Bilinear_OfTwoRows_IsTheirFormPlusBias()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Bilinear(2, 3, 4);
        var (a, b) = (randn(5, 2), randn(5, 3));
        Approximately.Equal(einsum("ni,kij,nj->nk", a, layer.weight, b) + layer.bias!, layer.call(a, b));
        Assert.InRange(layer.weight.abs().max().ToDouble(), 0, Math.Sqrt(0.5));
        Assert.Null(nn.Bilinear(2, 3, 4, hasBias: false).bias);
    }

    [Fact]
    public void CosineAndDistance_OfKnownRows_AreExact()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(new float[,] { { 3, 4 } }), tensor(new float[,] { { 4, 3 } }));
        Approximately.Equal([0.96], nn.CosineSimilarity().call(a, b));
        Approximately.Equal([Math.Sqrt(2)], nn.PairwiseDistance().call(a, b));
        Approximately.Equal([2], nn.PairwiseDistance(1, keepdim: true).call(a, b));
        Assert.Equal([1L, 1L], nn.PairwiseDistance(1, keepdim: true).call(a, b).shape);
    }

    [Fact]
    public void EmbeddingBag_OfKnownRows_ReducesEachBag()
    {
        using var scope = NewDisposeScope();
        var table = tensor(new float[,] { { 1, 10 }, { 2, 20 }, { 6, 0 } });
        var bags = tensor(new[] { 0L, 1, 1, 2 }).reshape(2, 2);
        Approximately.Equal([1.5, 15, 4, 10], nn.EmbeddingBag_from_pretrained(table).call(bags));
        Approximately.Equal([3, 30, 8, 20], nn.EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Sum).call(bags));
        Approximately.Equal([2, 20, 6, 20], nn.EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Max).call(bags));
        Approximately.Equal([1, 10, 6, 0], nn.EmbeddingBag_from_pretrained(table, padding_index: 1).call(bags));
        Approximately.Equal([1.5, 15, 4, 10], nn.EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Sum).call(bags, null, full([2, 2], 0.5f)));
        Approximately.Equal([1, 10, 10, 40], nn.EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Sum).call(bags.reshape(-1), tensor(new[] { 0L, 1 })));
    }

    [Fact]
    public void EmbeddingBag_OfAFlatListWithoutOffsets_IsRefused()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.EmbeddingBag(3, 2);
        Assert.Throws<ArgumentException>(() => layer.call(tensor(new[] { 0L, 1 })));
        Assert.Throws<ArgumentException>(() => layer.call(tensor(new[] { 0f, 1 })));
    }
}
