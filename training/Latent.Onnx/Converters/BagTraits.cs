using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Converters;

/// <summary>How an EmbeddingBag was made. TorchSharp keeps that to itself; a run over a table of ones, twos and so on shows it.</summary>
/// <param name="Mode">What becomes of the rows of a bag.</param>
/// <param name="Padding">The number of the row that does not count; null where all do.</param>
internal sealed record BagTraits(EmbeddingBagMode Mode, long? Padding)
{
    private const float Unit = 1e-3f;

    public static BagTraits Of(EmbeddingBag layer)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var table = layer.weight!.detach().clone();
        try
        {
            // Row i holds i + 1, scaled down so that a largest norm does not change it.
            var count = table.shape[0];
            layer.weight!.copy_(Numbers(table));
            var alone = FirstFeature(layer, arange(0, count, int64).reshape(-1, 1));
            var padding = Array.IndexOf(alone, 0f);
            return new BagTraits(ModeOf(layer, count, padding), padding < 0 ? null : padding);
        }
        finally
        {
            layer.weight!.copy_(table);
        }
    }

    private static Tensor Numbers(Tensor table) => (arange(1, table.shape[0] + 1, float32).reshape(-1, 1) * (Unit / table.shape[1] / table.shape[0])).expand(table.shape);

    // A bag of the same row twice: its double, itself, or itself again, which a bag of two rows tells apart.
    private static EmbeddingBagMode ModeOf(EmbeddingBag layer, long count, long padding)
    {
        long[] counted = [.. Enumerable.Range(0, (int)count).Select(row => (long)row).Where(row => row != padding).Take(2)];
        if (counted.Length == 0)
            return EmbeddingBagMode.Mean;
        var (first, second) = (counted[0], counted[^1]);
        var values = FirstFeature(layer, tensor(new[] { first, first, first, second, second, second }).reshape(3, 2)); // twice the first, both, twice the second
        var single = FirstFeature(layer, tensor(new[] { first, second }).reshape(2, 1));
        if (values[0] > 1.5f * single[0])
            return EmbeddingBagMode.Sum;
        return values[1] > 0.5f * (single[0] + (1.001f * single[1])) ? EmbeddingBagMode.Max : EmbeddingBagMode.Mean;
    }

    private static float[] FirstFeature(EmbeddingBag layer, Tensor bags) => layer.call(bags.to(layer.weight!.device)).narrow(1, 0, 1).contiguous().cpu().data<float>().ToArray();
}
