namespace Latent.Runtime;

/// <summary>Interpolates between two codes, both ends included.</summary>
public static class LatentPath
{
    private const double MinSine = 1e-6;

    /// <summary>Computes the points.</summary>
    /// <param name="from">The first code.</param>
    /// <param name="to">The last code, of the same length.</param>
    /// <param name="steps">How many points, 2 or more.</param>
    /// <param name="kind">The path.</param>
    /// <param name="codes">Receives the points, <c>[steps, from.Length]</c>.</param>
    public static void Fill(ReadOnlySpan<float> from, ReadOnlySpan<float> to, int steps, InterpolationKind kind, Span<float> codes)
    {
        var angle = kind == InterpolationKind.Spherical ? Angle(from, to) : 0;
        for (var step = 0; step < steps; step++)
        {
            var (a, b) = Weights((double)step / (steps - 1), angle);
            var code = codes.Slice(step * from.Length, from.Length);
            for (var i = 0; i < code.Length; i++)
                code[i] = (float)(a * from[i] + b * to[i]);
        }
    }

    // Slerp (Shoemake 1985); where the sine vanishes, there is no unique arc and the path is linear.
    private static (double From, double To) Weights(double t, double angle)
    {
        var sine = Math.Sin(angle);
        return sine < MinSine ? (1 - t, t) : (Math.Sin((1 - t) * angle) / sine, Math.Sin(t * angle) / sine);
    }

    private static double Angle(ReadOnlySpan<float> from, ReadOnlySpan<float> to)
    {
        double dot = 0, fromSquare = 0, toSquare = 0;
        for (var i = 0; i < from.Length; i++)
        {
            dot += (double)from[i] * to[i];
            fromSquare += (double)from[i] * from[i];
            toSquare += (double)to[i] * to[i];
        }
        var length = Math.Sqrt(fromSquare * toSquare);
        return length > 0 ? Math.Acos(Math.Clamp(dot / length, -1, 1)) : 0;
    }
}
