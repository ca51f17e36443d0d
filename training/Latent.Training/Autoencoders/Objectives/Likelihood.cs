namespace Latent.Training.Autoencoders.Objectives;

/// <summary>How likely a model takes a value to be, given its reconstruction; its negative logarithm is the reconstruction loss.</summary>
public enum Likelihood
{
    /// <summary>Squared error: values of any size, each with the same spread around the reconstruction.</summary>
    Gaussian,

    /// <summary>Binary cross-entropy: values in [0, 1], read as the chance that a pixel is on.</summary>
    Bernoulli,

    /// <summary>
    /// -Σ x log p over the items of a row, with p the share that a model gives to each (Liang et al. 2018): rows of
    /// interactions, and a decoder that ends with a softmax.
    /// </summary>
    Multinomial,

    /// <summary>Squared error of the values that are not 0: ratings that are known, and nothing said of the others.</summary>
    Rated,
}
