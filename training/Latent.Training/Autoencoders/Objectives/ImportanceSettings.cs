using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The importance-weighted bound of variational models (Burda et al. 2016): log 1/k Σ p(x, z) / q(z | x).</summary>
public sealed record ImportanceSettings
{
    /// <summary>Codes sampled per row, at least 1; 1 is the evidence lower bound. Default: 50.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Samples { get; init; } = 50;

    /// <summary>Initial epochs with one code per row, which are many times faster, at least 0. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public int WarmupEpochs { get; init; }
}
