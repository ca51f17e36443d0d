namespace Latent.Training.Recipes;

/// <summary>Whether values in [0, 1] become 0 or 1.</summary>
public enum Binarization
{
    /// <summary>They stay as they are.</summary>
    None,

    /// <summary>
    /// Each is 1 with itself as the probability (Salakhutdinov and Murray 2008): training rows are drawn afresh each time
    /// they are seen, validation and test rows once, by seed.
    /// </summary>
    Stochastic,
}
