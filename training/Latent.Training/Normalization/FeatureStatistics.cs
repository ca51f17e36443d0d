using Latent.Data;

namespace Latent.Training.Normalization;

/// <summary>Computes offset and scale of each feature over training rows.</summary>
internal static class FeatureStatistics
{
    /// <summary>Computes the mean of each feature.</summary>
    /// <param name="values">Rows, concatenated.</param>
    /// <param name="size">The number of features of a row.</param>
    public static double[] Mean(ReadOnlySpan<float> values, int size)
    {
        var sum = new double[size];
        for (var i = 0; i < values.Length; i++)
            sum[i % size] += values[i];
        var count = values.Length / size;
        return [.. sum.Select(total => total / count)];
    }

    /// <summary>Computes the share of rows in which each feature is above 0.</summary>
    public static double[] ShareAboveZero(Dataset train)
    {
        var count = new double[train.SampleSize];
        for (var i = 0; i < train.Values.Length; i++)
            count[i % count.Length] += train.Values[i] > 0 ? 1 : 0;
        return [.. count.Select(total => total / train.Count)];
    }

    /// <inheritdoc cref="Mean"/>
    public static (float[] Offset, float[] Scale) Standardize(ReadOnlySpan<float> values, int size)
    {
        var mean = Mean(values, size);
        var squares = new double[size];
        for (var i = 0; i < values.Length; i++)
            squares[i % size] += (values[i] - mean[i % size]) * (values[i] - mean[i % size]);
        var count = values.Length / size;
        return ([.. mean.Select(value => (float)value)], [.. squares.Select(total => Inverse(Math.Sqrt(total / count)))]);
    }

    /// <inheritdoc cref="Mean"/>
    public static (float[] Offset, float[] Scale) MinMax(ReadOnlySpan<float> values, int size)
    {
        var low = Enumerable.Repeat(float.PositiveInfinity, size).ToArray();
        var high = Enumerable.Repeat(float.NegativeInfinity, size).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            low[i % size] = Math.Min(low[i % size], values[i]);
            high[i % size] = Math.Max(high[i % size], values[i]);
        }

        return (low, [.. low.Zip(high, (from, to) => Inverse((double)to - from))]);
    }

    // A constant feature keeps the scale 1.
    private static float Inverse(double spread) => spread > 1e-12 ? (float)(1 / spread) : 1f;
}
