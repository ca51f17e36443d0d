namespace Latent.Training.Autoencoders.Objectives;

/// <summary>How rows are corrupted.</summary>
public enum CorruptionKind
{
    /// <summary>x + level · ε, with ε standard normal (the article, section 5).</summary>
    Gaussian,

    /// <summary>Every value is set to 0 with probability level (Vincent et al. 2008).</summary>
    Masking,

    /// <summary>Every value is set to 0 or 1, either as likely, with probability level.</summary>
    SaltAndPepper,
}
