using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// Draws digits as strokes with random shift, size, slant and pen thickness. Uses only exactly defined arithmetic (+, -, x, /,
/// square root) and rounds gray levels to 8 bits, so the images do not depend on the machine.
/// </summary>
internal sealed class DigitPen
{
    public const int Side = 28;
    public const int PixelCount = Side * Side;
    private readonly float[] distances = new float[PixelCount];

    /// <param name="digit">0 to 9.</param>
    /// <param name="random">The source of the variation.</param>
    /// <param name="image">Receives 28 x 28 values in [0, 1], row-major: 0 is paper, 1 is ink.</param>
    public void Draw(int digit, ref SplitMix64 random, Span<float> image)
    {
        var handwriting = Handwriting.Next(ref random);
        var reach = handwriting.Thickness + 0.5f;
        Array.Fill(distances, reach * reach);
        foreach (var stroke in DigitShapes.Get(digit))
        {
            for (var i = 2; i < stroke.Length; i += 2)
                Approach(handwriting.Place(stroke[i - 2], stroke[i - 1], stroke[i], stroke[i + 1]), reach);
        }

        for (var i = 0; i < PixelCount; i++)
            image[i] = MathF.Round(Math.Clamp(reach - MathF.Sqrt(distances[i]), 0, 1) * 255) / 255;
    }

    /// <summary>Lowers the squared distances of the pixels within the pen's reach of a stroke segment.</summary>
    private void Approach(in Segment segment, float reach)
    {
        var (left, right) = Reached(segment.X, segment.Dx, reach);
        var (top, bottom) = Reached(segment.Y, segment.Dy, reach);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                ref var distance = ref distances[(y * Side) + x];
                distance = MathF.Min(distance, segment.SquaredDistanceTo(x, y));
            }
        }
    }

    private static (int First, int Last) Reached(float start, float length, float reach)
    {
        var (low, high) = length < 0 ? (start + length, start) : (start, start + length);
        return (Math.Max(0, (int)(low - reach)), Math.Min(Side - 1, (int)(high + reach) + 1));
    }
}
