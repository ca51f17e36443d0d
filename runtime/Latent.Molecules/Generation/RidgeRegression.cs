namespace Latent.Molecules;

/// <summary>A linear model y = w x + b with a penalty on w (Hoerl and Kennard 1970), solved by Cholesky factorization.</summary>
internal static class RidgeRegression
{
    /// <summary>Fits the weights and the constant.</summary>
    /// <param name="x">The rows, <c>[n, size]</c>.</param>
    /// <param name="y">One value per row.</param>
    /// <param name="size">The number of values per row.</param>
    /// <param name="penalty">The weight of the sum of squares of w, above 0.</param>
    public static (double[] Weights, double Constant) Fit(IReadOnlyList<float[]> x, IReadOnlyList<double> y, int size, double penalty)
    {
        var (mean, centre) = (y.Average(), new double[size]);
        foreach (var row in x)
        {
            for (var i = 0; i < size; i++)
                centre[i] += row[i] / (double)x.Count;
        }

        var (square, right) = (new double[size, size], new double[size]);
        for (var n = 0; n < x.Count; n++)
            AddRow(square, right, x[n], centre, y[n] - mean);
        for (var i = 0; i < size; i++)
            square[i, i] += penalty;

        var weights = Solve(square, right);
        return (weights, mean - weights.Zip(centre, (weight, value) => weight * value).Sum());
    }

    private static void AddRow(double[,] square, double[] right, float[] row, double[] centre, double value)
    {
        for (var i = 0; i < right.Length; i++)
        {
            var difference = row[i] - centre[i];
            right[i] += difference * value;
            for (var j = 0; j <= i; j++)
                square[i, j] += difference * (row[j] - centre[j]);
        }
    }

    private static double[] Solve(double[,] square, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = square[i, j];
                for (var k = 0; k < j; k++)
                    sum -= square[i, k] * square[j, k];
                square[i, j] = i == j ? Math.Sqrt(sum) : sum / square[j, j];
            }
        }

        var solution = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
                solution[i] -= square[i, k] * solution[k];
            solution[i] /= square[i, i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                solution[i] -= square[k, i] * solution[k];
            solution[i] /= square[i, i];
        }
        return solution;
    }
}
