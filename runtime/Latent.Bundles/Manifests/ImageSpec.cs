namespace Latent.Bundles;

/// <summary>How a row is a picture. Values run channel by channel, then row by row.</summary>
public sealed record ImageSpec
{
    /// <summary>1 for grey, 3 for red, green, blue.</summary>
    public required int Channels { get; init; }

    /// <summary>Pixels down, 1 or more.</summary>
    public required int Height { get; init; }

    /// <summary>Pixels across, 1 or more.</summary>
    public required int Width { get; init; }
}
