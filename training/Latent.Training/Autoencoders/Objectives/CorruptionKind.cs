namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The kind of corruption.</summary>
public enum CorruptionKind
{
    /// <summary>x + level · ε, with ε standard normal.</summary>
    Gaussian,

    /// <summary>Every value is set to 0 with probability level (Vincent et al. 2008).</summary>
    Masking,

    /// <summary>Every value is set to 0 or 1, with equal chance, with probability level.</summary>
    SaltAndPepper,
}
