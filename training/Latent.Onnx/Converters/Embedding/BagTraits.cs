using Latent.Shared;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Converters;

/// <summary>
/// The settings of an EmbeddingBag. TorchSharp does not expose them; a run over a table of ones, twos and so on shows them.
/// </summary>
/// <param name="Mode">The reduction of the rows of a bag.</param>
/// <param name="Padding">The index of the padding row, which does not count; null where all rows count.</param>
/// <param name="IncludesEnd">Whether offsets end with the number of tokens, which starts no bag.</param>
internal sealed record BagTraits(EmbeddingBagMode Mode, long? Padding, bool IncludesEnd)
{
    private const float Unit = 1e-3f;

    public static BagTraits From(EmbeddingBag layer)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var table = layer.weight!.detach().clone();
        try
        {
            // Row i holds i + 1, scaled down so that max_norm does not change it.
            var count = table.shape[0];
            layer.weight!.copy_(Values(table));
            var includesEnd = Run(layer, [0], [0, 1]).shape[0] == 1;
            float[] FirstFeatures(long[][] bags) => FirstFeature(layer, bags, includesEnd);
            var alone = FirstFeatures([.. Enumerable.Range(0, (int)count).Select(row => new[] { (long)row })]);
            var padding = Array.IndexOf(alone, 0f);
            return new BagTraits(ModeOf(FirstFeatures, count, padding), padding < 0 ? null : padding, includesEnd);
        }
        finally
        {
            layer.weight!.copy_(table);
        }
    }

    private static Tensor Values(Tensor table)
    {
        var numbers = arange(Scalars.One, Scalars.Get(table.shape[0] + 1), Scalars.One, float32).reshape(-1, 1);
        return (numbers * Scalars.Get(Unit / table.shape[1] / table.shape[0])).expand(table.shape);
    }

    // A bag of the same row twice: its double, itself, or itself again, which a bag of two rows tells apart.
    private static EmbeddingBagMode ModeOf(Func<long[][], float[]> run, long count, long padding)
    {
        long[] counted = [.. Enumerable.Range(0, (int)count).Select(row => (long)row).Where(row => row != padding).Take(2)];
        if (counted.Length == 0)
            return EmbeddingBagMode.Mean;
        var (first, second) = (counted[0], counted[^1]);
        var values = run([[first, first], [first, second], [second, second], [first], [second]]);
        if (values[0] > 1.5f * values[3])
            return EmbeddingBagMode.Sum;
        return values[1] > 0.5f * (values[3] + (1.001f * values[4])) ? EmbeddingBagMode.Max : EmbeddingBagMode.Mean;
    }

    private static float[] FirstFeature(EmbeddingBag layer, long[][] bags, bool includesEnd)
    {
        var positions = new List<long>();
        var tokens = new List<long>();
        foreach (var bag in bags)
        {
            positions.Add(tokens.Count);
            tokens.AddRange(bag);
        }

        if (includesEnd)
            positions.Add(tokens.Count);
        return Run(layer, [.. tokens], [.. positions]).narrow(1, 0, 1).contiguous().cpu().data<float>().ToArray();
    }

    private static Tensor Run(EmbeddingBag layer, long[] tokens, long[] offsets)
    {
        var device = layer.weight!.device;
        return layer.call(tensor(tokens).to(device), tensor(offsets).to(device));
    }
}
