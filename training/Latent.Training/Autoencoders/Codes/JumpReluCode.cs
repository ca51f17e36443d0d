using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// x · H(x - θ) with x = max(0, W h + b) and a learned threshold θ per latent. A step has no gradient for θ, so training uses
/// the estimator of Rajamanoharan et al. (2024): the density of x near θ, measured in a window.
/// </summary>
internal sealed class JumpReluCode : SparseCode
{
    // The field name is a state_dict key.
    private readonly Parameter log_threshold;
    private readonly double bandwidth;

    internal JumpReluCode(long features, long size, double threshold, double bandwidth)
        : base(nameof(JumpReluCode), features, size)
    {
        this.bandwidth = bandwidth;
        log_threshold = DetachedParameter.Create(full(size, Scalars.Get(Math.Log(threshold))));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V features)
    {
        var x = features.Apply(Projection).Relu();
        return new(x * x.Greater(x.Weight(log_threshold).Exp()));
    }

    /// <summary>Counts the active latents of each row, with a gradient for the thresholds: -1/ε inside the window.</summary>
    /// <param name="preActivation">[batch, size].</param>
    /// <returns>[batch].</returns>
    internal Tensor CountActive(Tensor preActivation)
    {
        var threshold = log_threshold.exp();
        var (isActive, density) = Around(preActivation, threshold);
        return (isActive - (density * WithGradientOnly(threshold))).sum(dim: 1);
    }

    /// <inheritdoc/>
    protected override Tensor Sparsify(Tensor preActivation)
    {
        var threshold = log_threshold.exp();
        var (isActive, density) = Around(preActivation, threshold);
        return (preActivation * isActive) - (threshold.detach() * density * WithGradientOnly(threshold));
    }

    /// <inheritdoc/>
    protected override Tensor MarginOf(Tensor preActivation) => (preActivation - log_threshold.exp()).abs().amin([1]);

    // The value is 0, the gradient is that of the threshold.
    private static Tensor WithGradientOnly(Tensor threshold) => threshold - threshold.detach();

    private (Tensor IsActive, Tensor Density) Around(Tensor preActivation, Tensor threshold)
    {
        using var frozen = no_grad();
        var distance = preActivation - threshold;
        return (distance.gt(Scalars.Get(0)).to(ScalarType.Float32), distance.abs().lt(Scalars.Get(bandwidth / 2)).to(ScalarType.Float32)
            / Scalars.Get(bandwidth));
    }
}
