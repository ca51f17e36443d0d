namespace Latent.Bundles;

/// <summary>The data set a model was trained on.</summary>
public sealed record DataSpec
{
    /// <summary>Its name, such as <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// SHA-256 of its rows as they were divided into training, validation and test, 64 lower-case hexadecimal digits: another
    /// split has another digest. Null when it is not known.
    /// </summary>
    public string? Digest { get; init; }
}
