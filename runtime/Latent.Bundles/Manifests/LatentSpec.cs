namespace Latent.Bundles;

/// <summary>The latent space of a model.</summary>
public sealed record LatentSpec
{
    /// <summary>The prior that codes are sampled from: independent normal, mean 0, variance 1.</summary>
    public const string StandardNormal = "standard_normal";

    /// <summary>The latent dimension, 1 or more.</summary>
    public required long Size { get; init; }

    /// <summary><see cref="StandardNormal"/>, or null for families without a prior, which cannot be sampled.</summary>
    public string? Prior { get; init; }
}
