using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>max(0, W h + b), of which each row keeps the k largest latents, and any others equal to the smallest of them.</summary>
internal sealed class TopKCode : SparseCode
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

    /// <inheritdoc/>
    protected override Tensor MarginOf(Tensor preActivation)
    {
        var (rows, size) = (preActivation.shape[0], preActivation.shape[1]);
        if (active == size)
            return full([rows], Scalars.Get(double.PositiveInfinity));

        var largest = preActivation.topk(active + 1).values;
        var (least, next) = (largest.select(1, active - 1), largest.select(1, active));

        // At or below 0 nothing is kept, whichever is larger.
        return where(least.gt(Scalars.Get(0)), least - next, full_like(least, Scalars.Get(double.PositiveInfinity)));
    }

    private V Keep<V>(V x)
        where V : struct, IValue<V> =>
        x * x.GreaterOrEqual(x.KthLargest(active));
}
