using Latent.Shared;

namespace Latent.Data;

/// <summary>The style of one digit: size in pixels, center, slant (pixels to the right per pixel up), half the pen width.</summary>
internal readonly record struct Handwriting(float Width, float Height, float MiddleX, float MiddleY, float Slant, float Thickness)
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
