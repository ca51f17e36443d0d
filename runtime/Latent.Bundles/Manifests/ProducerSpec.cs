namespace Latent.Bundles;

/// <summary>The program that wrote a bundle.</summary>
public sealed record ProducerSpec
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }
}
