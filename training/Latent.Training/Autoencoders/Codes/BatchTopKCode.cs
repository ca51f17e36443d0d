using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// max(0, W h + b), of which a training batch keeps the k · batch largest latents. A trained model keeps the latents above a
/// threshold, the moving average of the smallest latent that batches kept: a JumpReLU.
/// </summary>
internal sealed class BatchTopKCode : SparseCode
{
    // Of the threshold's moving average.
    private const double Momentum = 0.99;

    private readonly int active;
    private readonly Tensor threshold;

    internal BatchTopKCode(long features, long size, int active)
        : base(nameof(BatchTopKCode), features, size)
    {
        this.active = active;
        threshold = zeros(1).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V features)
    {
        var x = features.Apply(Projection).Relu();
        return new(x * x.Greater(x.Weight(threshold)));
    }

    /// <inheritdoc/>
    protected override Tensor Sparsify(Tensor preActivation)
    {
        using var scope = NewDisposeScope();
        var candidates = preActivation.relu();
        var least = MinKept(candidates);
        return (candidates * candidates.ge(least).to(ScalarType.Float32)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override Tensor MarginOf(Tensor preActivation) => (preActivation - threshold).abs().amin([1]);

    private Tensor MinKept(Tensor candidates)
    {
        using var frozen = no_grad();
        var kept = Math.Min(active * candidates.shape[0], candidates.numel());
        var least = candidates.flatten().topk((int)kept).values.amin([0], keepdim: true);
        threshold.copy_(
            where(threshold.eq(Scalars.Get(0)), least, (threshold * Scalars.Get(Momentum)).Plus(least * Scalars.Get(1 - Momentum))));
        return least;
    }
}
