using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>
/// Multi-head self-attention over positions with a skip connection: x + W_o · softmax(Q Kᵀ / √d) V
/// (Vaswani et al. 2017). W_o starts at 0, so that the block starts as the identity.
/// </summary>
public sealed class SelfAttention : PortableModule
{
    private readonly Linear query;
    private readonly Linear key;
    private readonly Linear value;
    private readonly Linear output;
    private readonly long positions;
    private readonly long width;
    private readonly long heads;

    /// <param name="positions">The number of positions.</param>
    /// <param name="width">The number of features of a position, a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">The number of heads.</param>
    internal SelfAttention(long positions, long width, long heads)
        : base(nameof(SelfAttention))
    {
        (this.positions, this.width, this.heads) = (positions, width, heads);
        query = Linear(width, width);
        key = Linear(width, width);
        value = Linear(width, width);
        output = Linear(width, width);
        RegisterComponents();
        init.zeros_(output.weight);
        init.zeros_(output.bias!);
    }

    /// <summary>Lets each position attend to all others.</summary>
    /// <param name="x">[batch, positions, width].</param>
    /// <returns>[batch, positions, width].</returns>
    public override V Forward<V>(V x)
    {
        var scale = 1 / MathF.Sqrt(width / (float)heads);
        var q = Split(x.Apply(query) * scale).Permute(0, 2, 1, 3);                  // [batch, heads, positions, d]
        var k = Split(x.Apply(key)).Permute(0, 2, 3, 1);                            // [batch, heads, d, positions]
        var v = Split(x.Apply(value)).Permute(0, 2, 1, 3);
        var seen = q.MatMul(k).Softmax(-1).MatMul(v).Permute(0, 2, 1, 3);           // [batch, positions, heads, d]
        return x + seen.Reshape(-1, positions, width).Apply(output);
    }

    private V Split<V>(V x)
        where V : struct, IValue<V> =>
        x.Reshape(-1, positions, heads, width / heads);
}
