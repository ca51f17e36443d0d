namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The prior of codes in training.</summary>
public enum PriorKind
{
    /// <summary>The standard normal distribution.</summary>
    Standard,

    /// <summary>
    /// A mixture for each latent (RecVAE, Shenbin et al. 2020): the standard normal distribution (weight 3/20), the posterior
    /// of the row at the end of the previous epoch (3/4), and a normal distribution of log-variance 10 (1/10). The first
    /// epoch has no previous epoch, and uses the standard normal distribution alone.
    /// </summary>
    Composite,
}
