namespace Latent.Bundles;

/// <summary>The data set a model was trained on.</summary>
public sealed record DataSpec
{
    /// <summary>Its name, such as <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Digest of its content, as the data catalogue computes it; null when it has none.</summary>
    public string? Digest { get; init; }
}
