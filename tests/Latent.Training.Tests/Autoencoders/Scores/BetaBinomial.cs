namespace Latent.Training.Tests.Autoencoders.Scores;

/// <summary>
/// The number of m new rows above the k-th smallest of n scores, where all rows have the same distribution: beta-binomial
/// with a = n + 1 - k and b = k, whatever that distribution is.
/// </summary>
internal static class BetaBinomial
{
    /// <summary>Returns the smallest interval of counts with at most <paramref name="outside"/> / 2 on each side of it.</summary>
    public static (int Low, int High) Interval(int rows, double a, double b, double outside)
    {
        var probabilities = Probabilities(rows, a, b);
        return (FirstAbove(probabilities, outside / 2), rows - FirstAbove([.. probabilities.Reverse()], outside / 2));
    }

    private static int FirstAbove(double[] probabilities, double tail)
    {
        var count = 0;
        for (var sum = probabilities[0]; sum < tail; sum += probabilities[count])
            count++;
        return count;
    }

    // From the ratio of adjacent counts, so that no gamma function is needed.
    private static double[] Probabilities(int rows, double a, double b)
    {
        var logarithms = new double[rows + 1];
        for (var x = 0; x < rows; x++)
            logarithms[x + 1] = logarithms[x] + Math.Log((rows - x) / (x + 1.0) * ((x + a) / (rows - x - 1 + b)));
        var largest = logarithms.Max();
        var weights = Array.ConvertAll(logarithms, value => Math.Exp(value - largest));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / sum);
    }
}
