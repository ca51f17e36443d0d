namespace Latent.Training.Recipes;

/// <summary>How likely a model takes a value to be, given its reconstruction; its negative logarithm is the reconstruction loss.</summary>
public enum Likelihood
{
    /// <summary>Squared error: values of any size, each with the same spread around the reconstruction.</summary>
    Gaussian,

    /// <summary>Binary cross-entropy: values in [0, 1], read as the chance that a pixel is on.</summary>
    Bernoulli,
}
