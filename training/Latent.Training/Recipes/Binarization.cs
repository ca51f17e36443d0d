namespace Latent.Training.Recipes;

/// <summary>The binarization of values in [0, 1] to 0 or 1.</summary>
public enum Binarization
{
    /// <summary>No binarization.</summary>
    None,

    /// <summary>
    /// Each value becomes 1 with itself as the probability (Salakhutdinov and Murray 2008): training rows are sampled anew
    /// each time they are seen, validation and test rows once, by seed.
    /// </summary>
    Stochastic,
}
