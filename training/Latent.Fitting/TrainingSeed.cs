using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// Seeds TorchSharp's generators anew for each step, so that its draws depend on nothing but the recipe's seed and the
/// step: a run that is continued draws what one that never stopped draws, on every device.
/// </summary>
internal static class TrainingSeed
{
    /// <summary>For a step of training.</summary>
    /// <param name="seed">The recipe's seed.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">The step of the epoch, from 1.</param>
    public static void Seed(ulong seed, int epoch, int step)
    {
        using var generator = manual_seed((long)new SplitMix64(seed, ((ulong)epoch << 32) | (uint)step).Next());
    }

    /// <summary>For a validation: the same draws after every epoch, so that epochs differ by their weights alone.</summary>
    /// <param name="seed">The recipe's seed.</param>
    public static void SeedValidation(ulong seed) => Seed(seed, epoch: 0, step: 0);
}
