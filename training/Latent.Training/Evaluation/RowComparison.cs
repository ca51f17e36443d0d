using Latent.Bundles;
using Latent.Data;

namespace Latent.Training.Evaluation;

/// <summary>Compares rows with their reconstructions: numeric columns by differences, categorical columns by equality.</summary>
/// <param name="like">Rows with the same columns.</param>
/// <param name="inLogarithms">
/// Whether values are compared as sign(x) · log(1 + |x|), the normalization of models that take logarithms.
/// </param>
internal sealed class RowComparison(Dataset like, bool inLogarithms = false)
{
    private readonly int size = like.SampleSize;
    private readonly int[] numbers = [.. Enumerable.Range(0, like.SampleSize)
        .Where(column => like.CategoricalColumns?.Find(column) is null)];
    private readonly IReadOnlyList<CategoricalColumn> categorical = like.CategoricalColumns?.Columns ?? [];

    /// <summary>The number of numeric columns.</summary>
    public int NumberCount => numbers.Length;

    /// <summary>The number of categorical columns.</summary>
    public int CategoryCount => categorical.Count;

    /// <summary>Computes the sum of squared differences over the numeric columns.</summary>
    public double SquaredError(ReadOnlySpan<float> rows, ReadOnlySpan<float> reconstructed)
    {
        var total = 0.0;
        for (var start = 0; start < reconstructed.Length; start += size)
        {
            foreach (var column in numbers)
            {
                var difference = Number(rows[start + column]) - Number(reconstructed[start + column]);
                total += difference * difference;
            }
        }

        return total;
    }

    /// <summary>Computes the variance around the column mean, averaged over the numeric columns; 0 without numeric columns.</summary>
    /// <param name="rows">At least one row.</param>
    public double Variance(ReadOnlySpan<float> rows)
    {
        var means = new double[size];
        for (var i = 0; i < rows.Length; i++)
            means[i % size] += Number(rows[i]) / (rows.Length / size);
        var total = 0.0;
        for (var start = 0; start < rows.Length; start += size)
        {
            foreach (var column in numbers)
                total += (Number(rows[start + column]) - means[column]) * (Number(rows[start + column]) - means[column]);
        }

        return total / Math.Max(1, (long)(rows.Length / size) * numbers.Length);
    }

    /// <summary>Counts the categories that match.</summary>
    public long CategoriesRight(ReadOnlySpan<float> rows, ReadOnlySpan<float> reconstructed)
    {
        var right = 0L;
        for (var start = 0; start < reconstructed.Length; start += size)
        {
            foreach (var column in categorical)
                right += rows[start + column.Column] == reconstructed[start + column.Column] ? 1 : 0;
        }

        return right;
    }

    private double Number(float value) => inLogarithms ? Math.CopySign(Math.Log(1 + Math.Abs((double)value)), value) : value;
}
