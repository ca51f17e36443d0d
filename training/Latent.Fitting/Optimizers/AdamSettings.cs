namespace Latent.Fitting;

/// <summary>The hyperparameters of an Adam step.</summary>
/// <param name="LearningRate">α.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="IsDecoupled">Whether weight decay is decoupled from the gradient (AdamW).</param>
internal readonly record struct AdamSettings(double LearningRate, double WeightDecay, bool IsDecoupled)
{
    /// <summary>The decay rate of the first moment of the gradients.</summary>
    public const double Beta1 = 0.9;

    /// <summary>The decay rate of the second moment of the gradients.</summary>
    public const double Beta2 = 0.999;

    /// <summary>The constant in the denominator for numerical stability.</summary>
    public const double Epsilon = 1e-8;
}
