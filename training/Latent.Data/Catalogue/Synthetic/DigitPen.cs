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

    /// <summary>The style of one digit: size in pixels, center, slant (pixels to the right per pixel up), half the pen width.</summary>
    private readonly record struct Handwriting(float Width, float Height, float MiddleX, float MiddleY, float Slant, float Thickness)
    {
        private const float Center = (DigitPen.Side - 1) / 2f;

        public static Handwriting Next(ref SplitMix64 random) => new(
            Width: random.Between(8, 12),
            Height: random.Between(15, 18),
            MiddleX: Center + random.Between(-2, 2),
            MiddleY: Center + random.Between(-2, 2),
            Slant: random.Between(-0.1f, 0.35f),
            Thickness: random.Between(0.7f, 1.6f));

        /// <summary>Maps a segment from the unit square, y downwards, to image pixels.</summary>
        public Segment Place(float x0, float y0, float x1, float y1)
        {
            var (ax, ay) = Place(x0, y0);
            var (bx, by) = Place(x1, y1);
            return Segment.Between(ax, ay, bx, by);
        }

        private (float X, float Y) Place(float x, float y)
        {
            var down = (y - 0.5f) * Height;
            return (MiddleX + ((x - 0.5f) * Width) - (Slant * down), MiddleY + down);
        }
    }

    /// <summary>A line segment of a stroke, in pixels.</summary>
    private readonly record struct Segment(float X, float Y, float Dx, float Dy, float SquaredLength)
    {
        public static Segment Between(float x0, float y0, float x1, float y1)
        {
            var (dx, dy) = (x1 - x0, y1 - y0);
            return new(x0, y0, dx, dy, (dx * dx) + (dy * dy));
        }

        public float SquaredDistanceTo(float x, float y)
        {
            var along = Math.Clamp((((x - X) * Dx) + ((y - Y) * Dy)) / SquaredLength, 0, 1);
            var (ex, ey) = (x - X - (along * Dx), y - Y - (along * Dy));
            return (ex * ex) + (ey * ey);
        }
    }
}
