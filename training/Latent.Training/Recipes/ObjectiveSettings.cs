namespace Latent.Training.Recipes;

/// <summary>What training makes small.</summary>
public sealed record ObjectiveSettings
{
    /// <summary>Where the reconstruction loss comes from. Default: gaussian.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Gaussian;

    /// <summary>Weight of the Kullback-Leibler term of variational models, at least 0; 1 is the evidence lower bound. Default: 1.</summary>
    [AtLeast(0)]
    public double Beta { get; init; } = 1;
}
