namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The likelihood of a value given its reconstruction; its negative logarithm is the reconstruction loss.</summary>
public enum Likelihood
{
    /// <summary>Squared error: unbounded values, each with the same variance around the reconstruction.</summary>
    Gaussian,

    /// <summary>Binary cross-entropy: values in [0, 1], read as the probability that a pixel is on.</summary>
    Bernoulli,

    /// <summary>
    /// -Σ x log p over the items of a row, with p the probability that a model gives to each (Liang et al. 2018): for rows of
    /// interactions, and a decoder that ends with a softmax.
    /// </summary>
    Multinomial,

    /// <summary>Squared error of the nonzero values: known ratings count, unknown ones do not.</summary>
    Rated,
}
