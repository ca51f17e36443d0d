using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// Divides each channel by what the magnitudes of all channels at its place add up to, x / (β + Γ|x|), or multiplies by it:
/// generalised divisive normalization with exponents of 1 (Ballé, Laparra and Simoncelli 2016; Johnston et al. 2019). It
/// evens out the contrast of a picture, and what undoes it brings the contrast back.
/// </summary>
public sealed class DivisiveNormalization : PortableModule
{
    private const double MinBias = 1e-3;
    private const double StartOfOwn = 0.1;
    private const double StartOfOthers = 1e-4;

    private readonly Conv2d pool;
    private readonly bool isInverse;

    /// <param name="channels">The number of channels in and out.</param>
    /// <param name="isInverse">Whether it multiplies.</param>
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

    /// <summary>Puts β and Γ back to where the sum is positive, which a step of training may have left.</summary>
    internal void Project()
    {
        using var frozen = no_grad();
        pool.weight.clamp_(Scalars.Get(0));
        pool.bias!.clamp_(Scalars.Get(MinBias));
    }
}
