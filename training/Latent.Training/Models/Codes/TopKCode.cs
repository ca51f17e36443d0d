using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Models.Codes;

/// <summary>max(0, W h + b), of which each row keeps its k largest numbers, and those that equal the least of them.</summary>
public sealed class TopKCode : SparseCode
{
    private readonly int active;

    internal TopKCode(long features, long size, int active)
        : base(nameof(TopKCode), features, size)
    {
        this.active = active;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V features) => new(Keep(features.Apply(Projection).Relu()));

    /// <inheritdoc/>
    protected override Tensor Sparsify(Tensor preActivation) => Keep<TensorValue>(preActivation.relu()).Tensor;

    private V Keep<V>(V x)
        where V : struct, IValue<V> =>
        x * x.GreaterOrEqual(x.KthLargest(active));
}
