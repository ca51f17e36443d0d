namespace Latent.Training.Reports;

/// <summary>The pairwise affinities of points in t-SNE (van der Maaten and Hinton 2008, section 2).</summary>
internal static class TSneAffinities
{
    // About the effective number of neighbours per point.
    private const double Perplexity = 30;
    private const double RowsPerNeighbour = 3;
    private const int Halvings = 50;
    private const double Tolerance = 1e-4;

    /// <summary>Computes symmetric affinities, [points, points], that sum to 1.</summary>
    /// <param name="values">The points, row-major.</param>
    /// <param name="size">The dimension of the points.</param>
    public static double[] Compute(float[] values, int size)
    {
        var count = values.Length / size;
        var conditional = new double[count * count];
        var entropy = Math.Log(Math.Max(1, Math.Min(Perplexity, (count - 1) / RowsPerNeighbour)));
        Parallel.For(0, count, point => Fill(conditional.AsSpan(point * count, count), values, size, point, entropy));

        var joint = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                joint[(i * count) + j] = (conditional[(i * count) + j] + conditional[(j * count) + i]) / (2.0 * count);
        }

        return joint;
    }

    // A normal distribution around the point, with the precision that gives the target entropy.
    private static void Fill(Span<double> row, float[] values, int size, int point, double entropy)
    {
        var distances = new double[row.Length];
        for (var other = 0; other < row.Length; other++)
            distances[other] = SquaredDistance(values.AsSpan(point * size, size), values.AsSpan(other * size, size));
        var nearest = distances.Where((_, other) => other != point).DefaultIfEmpty().Min();

        var (precision, low, high) = (1.0, 0.0, double.PositiveInfinity);
        for (var i = 0; i < Halvings; i++)
        {
            var excess = Weigh(row, distances, nearest, point, precision) - entropy;
            if (Math.Abs(excess) < Tolerance)
                return;
            (low, high) = excess > 0 ? (precision, high) : (low, precision);
            precision = double.IsInfinity(high) ? precision * 2 : (low + high) / 2;
        }
    }

    // Fills the row with the distribution for a precision, and returns its entropy.
    private static double Weigh(Span<double> row, double[] distances, double nearest, int point, double precision)
    {
        var (sum, weighted) = (0.0, 0.0);
        for (var other = 0; other < row.Length; other++)
        {
            var distance = distances[other] - nearest;
            row[other] = other == point ? 0 : Math.Exp(-distance * precision);
            sum += row[other];
            weighted += row[other] * distance;
        }

        if (sum == 0)
            return 0;
        foreach (ref var weight in row)
            weight /= sum;
        return Math.Log(sum) + (precision * weighted / sum);
    }

    private static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (double)(a[i] - b[i]);
        return sum;
    }
}
