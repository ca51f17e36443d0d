namespace Latent.Data;

/// <summary>A line segment of a stroke, in pixels.</summary>
internal readonly record struct Segment(float X, float Y, float Dx, float Dy, float SquaredLength)
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
