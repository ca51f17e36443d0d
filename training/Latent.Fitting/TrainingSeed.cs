using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// Reseeds TorchSharp's generators for each step, so that random numbers depend only on the seed of the run and the step: a
/// resumed run uses the same random numbers as an uninterrupted one, on every device.
/// </summary>
internal static class TrainingSeed
{
    /// <summary>Seeds the generators for a training step.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">The step in the epoch, from 1.</param>
    public static void Seed(ulong seed, int epoch, int step)
    {
        using var generator = manual_seed((long)new SplitMix64(seed, ((ulong)epoch << 32) | (uint)step).Next());
    }

    /// <summary>
    /// Seeds the generators for validation: the same random numbers in every epoch, so that epochs differ only by their
    /// weights.
    /// </summary>
    /// <param name="seed">The seed of the run.</param>
    public static void SeedValidation(ulong seed) => Seed(seed, epoch: 0, step: 0);
}
