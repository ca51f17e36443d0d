using System.Numerics;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Internals;

/// <summary>Colours whose lightness grows evenly with the error, so that the eye reads sizes right, also in a grey print.</summary>
internal static class HeatColors
{
    // The inferno map of matplotlib, at nine even steps; between them the colour is interpolated.
    private static readonly Vector3[] Anchors =
    [
        new(0, 0, 4), new(31, 12, 72), new(85, 15, 109), new(136, 34, 106), new(186, 54, 85),
        new(227, 89, 51), new(249, 140, 10), new(249, 201, 50), new(252, 255, 164),
    ];

    /// <summary>The colour of an error from 0 to 1.</summary>
    public static Vector3 FromError(float error)
    {
        var position = Math.Clamp(error, 0, 1) * (Anchors.Length - 1);
        var below = Math.Min((int)position, Anchors.Length - 2);
        return Vector3.Lerp(Anchors[below], Anchors[below + 1], position - below);
    }

    /// <summary>A grey pixel that takes the more of the error's colour the larger the error.</summary>
    public static Rgb24 Blend(byte gray, float error)
    {
        var colour = Vector3.Lerp(new Vector3(gray), FromError(error), error) + new Vector3(0.5F);
        return new Rgb24((byte)colour.X, (byte)colour.Y, (byte)colour.Z);
    }
}
