using Latent.Training.Data;

namespace Latent.Training.Layers;

/// <summary>Offset and scale of each feature over training rows.</summary>
internal static class FeatureStatistics
{
    public static double[] Mean(Dataset train)
    {
        var sum = new double[train.SampleSize];
        ForEachRow(train, (feature, value) => sum[feature] += value);
        return [.. sum.Select(total => total / train.Count)];
    }

    public static double[] ShareAboveZero(Dataset train)
    {
        var count = new double[train.SampleSize];
        ForEachRow(train, (feature, value) => count[feature] += value > 0 ? 1 : 0);
        return [.. count.Select(total => total / train.Count)];
    }

    public static (float[] Offset, float[] Scale) Standardize(Dataset train)
    {
        var mean = Mean(train);
        var squares = new double[mean.Length];
        ForEachRow(train, (feature, value) => squares[feature] += (value - mean[feature]) * (value - mean[feature]));
        return ([.. mean.Select(value => (float)value)], [.. squares.Select(total => Inverse(Math.Sqrt(total / train.Count)))]);
    }

    public static (float[] Offset, float[] Scale) MinMax(Dataset train)
    {
        var low = Enumerable.Repeat(float.PositiveInfinity, train.SampleSize).ToArray();
        var high = Enumerable.Repeat(float.NegativeInfinity, train.SampleSize).ToArray();
        ForEachRow(train, (feature, value) =>
        {
            low[feature] = Math.Min(low[feature], value);
            high[feature] = Math.Max(high[feature], value);
        });
        return (low, [.. low.Zip(high, (from, to) => Inverse((double)to - from))]);
    }

    private static float Inverse(double spread) => spread > 1e-12 ? (float)(1 / spread) : 1f;

    private static void ForEachRow(Dataset train, Action<int, float> visit)
    {
        var size = train.SampleSize;
        var values = train.Values;
        for (var i = 0; i < values.Length; i++)
            visit(i % size, values[i]);
    }
}
