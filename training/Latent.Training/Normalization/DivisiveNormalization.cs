using Latent.Onnx;
using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// Divides each channel by a weighted sum of the magnitudes of all channels at the same position, x / (β + Γ|x|), or
/// multiplies by it: generalised divisive normalization with exponents of 1 (Ballé, Laparra and Simoncelli 2016; Johnston et
/// al. 2019). It equalizes the contrast of an image; its inverse restores the contrast.
/// </summary>
internal sealed class DivisiveNormalization : PortableModule
{
    // Keeps the sum β + Γ|x| positive.
    private const double MinBias = 1e-3;

    // The initial Γ: StartOfOthers everywhere, and StartOfOwn more on the diagonal.
    private const double StartOfOwn = 0.1;
    private const double StartOfOthers = 1e-4;

    private readonly Conv2d pool;
    private readonly bool isInverse;

    /// <param name="channels">The number of channels in and out.</param>
    /// <param name="isInverse">Whether to multiply instead of divide.</param>
    internal DivisiveNormalization(long channels, bool isInverse)
        : base(nameof(DivisiveNormalization))
    {
        pool = Conv2d(channels, channels, 1);
        this.isInverse = isInverse;
        RegisterComponents();

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        pool.weight.copy_((eye(channels) * Scalars.Get(StartOfOwn)).Plus(Scalars.Get(StartOfOthers)).reshape(channels, channels, 1, 1));
        pool.bias!.fill_(Scalars.One);
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        var contrast = x.Abs().Apply(pool);
        return isInverse ? x * contrast : x / contrast;
    }

    /// <summary>Projects β and Γ back to the range in which the sum is positive, which a training step may have left.</summary>
    internal void Project()
    {
        using var frozen = no_grad();
        pool.weight.clamp_(Scalars.Get(0));
        pool.bias!.clamp_(Scalars.Get(MinBias));
    }
}
