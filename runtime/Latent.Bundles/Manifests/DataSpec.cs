namespace Latent.Bundles;

/// <summary>The data set a model was trained on.</summary>
public sealed record DataSpec
{
    /// <summary>Its name, such as <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// SHA-256 of its rows as split into training, validation and test, 64 lower-case hexadecimal digits: a different split has
    /// a different digest. Null when it is unknown.
    /// </summary>
    public string? Digest { get; init; }
}
