namespace Latent.Training.Reports;

/// <summary>
/// t-SNE, a two-dimensional embedding that keeps neighbours together (van der Maaten and Hinton 2008). Distances between
/// groups, and their sizes, have no meaning. The initialization is the principal components, which preserves more of the
/// global structure (Kobak and Berens 2019) and needs no random numbers.
/// </summary>
internal static class TSne
{
    private const int Iterations = 500;
    private const int ExaggeratedIterations = 150;
    private const double Exaggeration = 12;
    private const double MinRate = 50;
    private const double StartDeviation = 1e-4;
    private const double EarlyMomentum = 0.5;
    private const double LateMomentum = 0.8;
    private const double MinGain = 0.01;

    /// <summary>Embeds points in two dimensions.</summary>
    /// <param name="values">The points, row-major.</param>
    /// <param name="size">The dimension of the points, at least 1.</param>
    /// <param name="start">The initial position of each point, such as its principal components.</param>
    /// <returns>Two coordinates per point.</returns>
    public static IReadOnlyList<(float X, float Y)> Embed(float[] values, int size, IReadOnlyList<(float X, float Y)> start)
    {
        var attraction = TSneAffinities.Compute(values, size);
        var positions = Start(start);
        var (moves, gains) = (new double[positions.Length], new double[positions.Length]);
        Array.Fill(gains, 1);
        var rate = Math.Max(start.Count / Exaggeration / 4, MinRate);
        var gradient = new double[positions.Length];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var isEarly = iteration < ExaggeratedIterations;
            TakeGradient(attraction, isEarly ? Exaggeration : 1, positions, gradient);
            Move(positions, gradient, moves, gains, rate, isEarly ? EarlyMomentum : LateMomentum);
        }

        return [.. Enumerable.Range(0, start.Count).Select(point => ((float)positions[2 * point], (float)positions[(2 * point) + 1]))];
    }

    private static double[] Start(IReadOnlyList<(float X, float Y)> start)
    {
        var deviation = Math.Sqrt(start.Average(point => (double)point.X * point.X));
        var scale = deviation > 0 ? StartDeviation / deviation : 0;
        return [.. start.SelectMany(point => new[] { point.X * scale, point.Y * scale })];
    }

    // 4 Σ (exaggeration · p - q) w (y - y'), with w = 1 / (1 + |y - y'|²) and q = w / Σ w.
    private static void TakeGradient(double[] attraction, double exaggeration, double[] positions, double[] gradient)
    {
        var count = positions.Length / 2;
        var (repulsion, total) = (new double[positions.Length], 0.0);
        Array.Clear(gradient);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (dx, dy) = (positions[2 * i] - positions[2 * j], positions[(2 * i) + 1] - positions[(2 * j) + 1]);
                var weight = 1 / (1 + (dx * dx) + (dy * dy));
                total += 2 * weight;
                Pull(gradient, i, j, exaggeration * attraction[(i * count) + j] * weight, dx, dy);
                Pull(repulsion, i, j, weight * weight, dx, dy);
            }
        }

        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = 4 * (gradient[i] - (total > 0 ? repulsion[i] / total : 0));
    }

    private static void Pull(double[] forces, int i, int j, double strength, double dx, double dy)
    {
        forces[2 * i] += strength * dx;
        forces[(2 * i) + 1] += strength * dy;
        forces[2 * j] -= strength * dx;
        forces[(2 * j) + 1] -= strength * dy;
    }

    // Gains grow where a coordinate keeps its direction, and shrink where it turns (Jacobs 1988).
    private static void Move(double[] positions, double[] gradient, double[] moves, double[] gains, double rate, double momentum)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            gains[i] = gradient[i] * moves[i] < 0 ? gains[i] + 0.2 : Math.Max(MinGain, gains[i] * 0.8);
            moves[i] = (momentum * moves[i]) - (rate * gains[i] * gradient[i]);
            positions[i] += moves[i];
        }
    }
}
