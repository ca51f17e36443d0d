namespace Latent.Bundles;

/// <summary>The layout of a row as an image. Values run channel by channel, then row by row.</summary>
public sealed record ImageSpec
{
    /// <summary>1 for gray, 3 for red, green, blue.</summary>
    public required int Channels { get; init; }

    /// <summary>Height in pixels, 1 or more.</summary>
    public required int Height { get; init; }

    /// <summary>Width in pixels, 1 or more.</summary>
    public required int Width { get; init; }
}
