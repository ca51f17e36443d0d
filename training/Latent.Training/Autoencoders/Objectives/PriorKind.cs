namespace Latent.Training.Autoencoders.Objectives;

/// <summary>What codes are held to in training.</summary>
public enum PriorKind
{
    /// <summary>The standard normal distribution.</summary>
    Standard,

    /// <summary>
    /// A mixture for each number of a code (RecVAE, Shenbin et al. 2020): the standard normal distribution (weight 3/20),
    /// what the encoder said of the row at the end of the epoch before (3/4), and a normal distribution of log variance 10
    /// (1/10). The first epoch has no epoch before it, and takes the standard normal one alone.
    /// </summary>
    Composite,
}
