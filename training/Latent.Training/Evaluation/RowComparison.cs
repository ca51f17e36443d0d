using Latent.Bundles;
using Latent.Data;

namespace Latent.Training.Evaluation;

/// <summary>Compares rows with what was redrawn of them: numbers by their differences, words by whether they are the same.</summary>
/// <param name="like">Rows of the same columns.</param>
/// <param name="inLogarithms">Whether numbers are compared as sign(x) · log(1 + |x|), as a model looks at them that takes logarithms.</param>
internal sealed class RowComparison(Dataset like, bool inLogarithms = false)
{
    private readonly int size = like.SampleSize;
    private readonly int[] numbers = [.. Enumerable.Range(0, like.SampleSize).Where(column => like.CategoricalColumns?.Find(column) is null)];
    private readonly IReadOnlyList<CategoricalColumn> words = like.CategoricalColumns?.Columns ?? [];

    /// <summary>Columns that hold numbers.</summary>
    public int NumberCount => numbers.Length;

    /// <summary>Columns that hold words.</summary>
    public int CategoryCount => words.Count;

    /// <summary>The sum of the squared differences of numbers.</summary>
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

    /// <summary>The variance of numbers around the mean of their column, averaged over the columns that hold numbers; 0 where none does.</summary>
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

    /// <summary>How many words are the same.</summary>
    public long CategoriesRight(ReadOnlySpan<float> rows, ReadOnlySpan<float> reconstructed)
    {
        var right = 0L;
        for (var start = 0; start < reconstructed.Length; start += size)
        {
            foreach (var column in words)
                right += rows[start + column.Column] == reconstructed[start + column.Column] ? 1 : 0;
        }

        return right;
    }

    private double Number(float value) => inLogarithms ? Math.CopySign(Math.Log(1 + Math.Abs((double)value)), value) : value;
}
