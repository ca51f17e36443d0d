using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Tests.Modules;

/// <summary>
/// Bags of tokens from 0 to 6 computed from the rows: [batch, n] to [batch, features]. Rows of a single token
/// are concatenated: as many bags, of which two in three are empty; or three, one empty, one of a token, one of the rest, where
/// the layer includes the last offset.
/// </summary>
internal sealed class BagModule : PortableModule
{
    private readonly EmbeddingBag bag;
    private readonly bool areWeighted;
    private readonly BagKind kind;
    private readonly Tensor starts = tensor(new[] { 0L, 0, 1 });

    public BagModule(EmbeddingBag bag, bool areWeighted = false, BagKind kind = BagKind.Rows)
        : base(nameof(BagModule))
    {
        (this.bag, this.areWeighted, this.kind) = (bag, areWeighted, kind);
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        var tokens = ((x * 2f) + 3f).Clamp(0, 6).Cast(ElementType.Int64);
        V? weights = areWeighted ? x.Sigmoid() : null;
        return kind switch
        {
            BagKind.Rows => tokens.Apply(bag, weights),
            BagKind.Offsets => tokens.ApplyWithOffsets(bag, EveryThird(x), weights),
            _ => tokens.ApplyWithOffsets(bag, V.Concat(0, x.Weight(starts), x.Extent(0).Unsqueeze(0)), weights),
        };
    }

    // 0, 0, 0, 3, 3, 3, 6, 6
    private static V EveryThird<V>(V x)
        where V : struct, IValue<V>
    {
        var positions = ((x * 0f) + 1f).CumSum(0) - 1f;
        return (((positions - 1f) / 3f).Round() * 3f).Cast(ElementType.Int64);
    }
}
