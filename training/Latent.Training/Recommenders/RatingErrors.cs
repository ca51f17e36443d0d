namespace Latent.Training.Recommenders;

/// <summary>
/// The losses of rating rows, as <see cref="Autoencoders.Objectives.MultinomialCrossEntropy"/> and
/// <see cref="Autoencoders.Objectives.RatedSquaredError"/> define them.
/// </summary>
internal static class RatingErrors
{
    // About the smallest normal float32: a probability that rounded to 0 was below it.
    private const double MinProbability = 1e-38;

    /// <summary>Computes -Σ log p over rated items, summed over rows.</summary>
    /// <param name="rows">Rows of ratings.</param>
    /// <param name="shares">The probability of each item.</param>
    public static double CrossEntropy(ReadOnlySpan<float> rows, float[] shares)
    {
        var total = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            if (rows[i] > 0)
                total -= Math.Log(Math.Max(MinProbability, shares[i]));
        }

        return total;
    }

    /// <summary>Computes the mean squared error over the rated items of a row, summed over rows.</summary>
    /// <param name="rows">Rows of ratings.</param>
    /// <param name="predicted">The predicted rating of each item.</param>
    /// <param name="width">The number of items.</param>
    public static double Squared(ReadOnlySpan<float> rows, float[] predicted, int width)
    {
        var total = 0.0;
        for (var start = 0; start < predicted.Length; start += width)
            total += OfRow(rows.Slice(start, width), predicted.AsSpan(start, width));
        return total;
    }

    private static double OfRow(ReadOnlySpan<float> row, ReadOnlySpan<float> predicted)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0)
                continue;
            sum += ((double)row[i] - predicted[i]) * ((double)row[i] - predicted[i]);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }
}
