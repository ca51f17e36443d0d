namespace Latent.Fitting;

/// <summary>The numbers of an Adam step.</summary>
/// <param name="LearningRate">α.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="IsDecoupled">Whether weights decay by themselves (AdamW), not by way of their gradients.</param>
internal readonly record struct AdamSettings(double LearningRate, double WeightDecay, bool IsDecoupled)
{
    /// <summary>The decay of the average of gradients.</summary>
    public const double Beta1 = 0.9;

    /// <summary>The decay of the average of their squares.</summary>
    public const double Beta2 = 0.999;

    /// <summary>What keeps the quotient finite.</summary>
    public const double Epsilon = 1e-8;
}
