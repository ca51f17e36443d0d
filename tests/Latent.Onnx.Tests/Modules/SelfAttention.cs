using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>Scaled dot-product attention of a sequence to itself, over several heads (Vaswani et al., arXiv:1706.03762).</summary>
internal sealed class SelfAttention : PortableModule
{
    private readonly long width;
    private readonly long heads;
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear merge;

    public SelfAttention(long width, long heads)
        : base(nameof(SelfAttention))
    {
        (this.width, this.heads) = (width, heads);
        query = Linear(width, width);
        key = Linear(width, width);
        value = Linear(width, width);
        merge = Linear(width, width);
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        var weights = Heads(x.Apply(query)).MatMul(Heads(x.Apply(key)).Transpose(-1, -2)) / MathF.Sqrt(width / heads);
        var mixed = weights.Softmax(-1).MatMul(Heads(x.Apply(value))); // [batch, heads, steps, width / heads]
        return mixed.Permute(0, 2, 1, 3).Reshape(-1, 5, width).Apply(merge);
    }

    private V Heads<V>(V x)
        where V : struct, IValue<V> =>
        x.Reshape(-1, 5, heads, width / heads).Permute(0, 2, 1, 3);
}
