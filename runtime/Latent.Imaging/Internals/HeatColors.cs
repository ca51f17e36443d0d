using System.Numerics;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Internals;

/// <summary>
/// A colour map whose lightness grows evenly with the error, so that the eye reads magnitudes correctly, even in a gray print.
/// </summary>
internal static class HeatColors
{
    // The inferno colour map of matplotlib at nine evenly spaced points; colours between them are interpolated.
    private static readonly Vector3[] Anchors =
    [
        new(0, 0, 4), new(31, 12, 72), new(85, 15, 109), new(136, 34, 106), new(186, 54, 85),
        new(227, 89, 51), new(249, 140, 10), new(249, 201, 50), new(252, 255, 164),
    ];

    /// <summary>Returns the colour of an error from 0 to 1.</summary>
    public static Vector3 FromError(float error)
    {
        var position = Math.Clamp(error, 0, 1) * (Anchors.Length - 1);
        var below = Math.Min((int)position, Anchors.Length - 2);
        return Vector3.Lerp(Anchors[below], Anchors[below + 1], position - below);
    }

    /// <summary>Blends a gray pixel with the colour of an error: the larger the error, the more of its colour.</summary>
    public static Rgb24 Blend(byte gray, float error)
    {
        var colour = Vector3.Lerp(new Vector3(gray), FromError(error), error) + new Vector3(0.5F);
        return new Rgb24((byte)colour.X, (byte)colour.Y, (byte)colour.Z);
    }
}
