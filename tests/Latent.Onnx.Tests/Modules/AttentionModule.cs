using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>
/// An attention or transformer layer with masks computed from its rows. The memory of a decoder, the keys of cross attention,
/// and the source of a whole transformer, are the first three steps, doubled. Takes [batch, steps, features].
/// </summary>
internal sealed class AttentionModule : PortableModule
{
    public const long Size = 12;
    public const long Steps = 5;
    private const long Keys = 3;

    private readonly Module layer;
    private readonly bool hasMask;
    private readonly bool hasPadding;
    private readonly Tensor causal;
    private readonly Tensor memoryMask;
    private readonly Tensor sourceMask;

    public AttentionModule(Module layer, bool hasMask, bool hasPadding)
        : base(nameof(AttentionModule))
    {
        (this.layer, this.hasMask, this.hasPadding) = (layer, hasMask, hasPadding);
        causal = full([Steps, Steps], float.NegativeInfinity).triu(1);
        memoryMask = randn(Steps, Keys);
        sourceMask = randn(Keys, Keys);
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        var steps = x.Transpose(0, 1);
        var memory = steps.Slice(0, 0, Keys) * 2f;
        V? mask = hasMask ? x.Weight(causal) : null;
        V? amongKeys = hasMask ? x.Weight(sourceMask) : null;
        V? toMemory = hasMask ? x.Weight(memoryMask) : null;
        V? padding = hasPadding ? Padding(x, Steps) : null;
        V? ofMemory = hasPadding ? Padding(x, Keys) : null;
        return layer switch
        {
            MultiheadAttention self when self.state_dict().ContainsKey("in_proj_weight") =>
                Joined(steps.Apply(self, steps, steps, padding, mask)),
            MultiheadAttention cross => Joined(steps.Apply(cross, memory.Slice(2, 0, 7), memory.Slice(2, 5, 12), ofMemory, toMemory)),
            TransformerEncoderLayer one => steps.Apply(one, mask, padding).Transpose(0, 1),
            TransformerEncoder stack => steps.Apply(stack, mask, padding).Transpose(0, 1),
            Transformer whole when !hasMask && !hasPadding => memory.Apply(whole, steps).Transpose(0, 1),
            Transformer whole => memory.Apply(whole, steps, amongKeys, mask, toMemory, ofMemory, padding, ofMemory).Transpose(0, 1),
            TransformerDecoderLayer one => steps.Apply(one, memory, mask, toMemory, padding, ofMemory).Transpose(0, 1),
            _ => steps.Apply((TransformerDecoder)layer, memory, mask, toMemory, padding, ofMemory).Transpose(0, 1),
        };
    }

    private static V Joined<V>((V Output, V Weights) results)
        where V : struct, IValue<V> => V.Concat(-1, results.Output.Transpose(0, 1), results.Weights);

    // The first key of every row is visible.
    private static V Padding<V>(V x, long keys)
        where V : struct, IValue<V>
    {
        var hidden = x.Slice(1, 1, keys).Slice(2, 0, 1).Squeeze(-1);
        var seen = x.Slice(1, 0, 1).Slice(2, 0, 1).Squeeze(-1) * 0f;
        return V.Concat(1, seen, hidden.Greater(hidden * 0f));
    }
}
