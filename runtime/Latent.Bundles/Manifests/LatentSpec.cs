namespace Latent.Bundles;

/// <summary>The latent space of a model.</summary>
public sealed record LatentSpec
{
    /// <summary>The prior from which a code can be drawn: independent normal, mean 0, variance 1.</summary>
    public const string StandardNormal = "standard_normal";

    /// <summary>Numbers in one code, 1 or more.</summary>
    public required long Size { get; init; }

    /// <summary><see cref="StandardNormal"/>, or null for families that have no prior and so cannot be sampled.</summary>
    public string? Prior { get; init; }
}
