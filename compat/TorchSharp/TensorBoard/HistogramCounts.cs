namespace TorchSharp.Utils.tensorboard;

/// <summary>How many numbers fall into each bin; the bins are those of TensorFlow, and empty ones at both ends are left out.</summary>
internal sealed record HistogramCounts(double Min, double Max, long Count, double Sum, double SumOfSquares, double[] Limits, double[] Buckets)
{
    private const double Smallest = 1e-12, Largest = 1e20, Growth = 1.1;

    private static readonly double[] Edges = CreateEdges();

    public static HistogramCounts Of(torch.Tensor values, long? maxBins)
    {
        if (values.numel() == 0) throw new ArgumentException("The input has no element.");
        using var scope = torch.NewDisposeScope();
        using var frozen = torch.no_grad();
        var numbers = values.cpu().to_type(torch.ScalarType.Float64).reshape(-1);
        var counts = torch.histogram(numbers, torch.tensor(Edges)).hist.data<double>().ToArray();
        var (limits, buckets) = WithoutEmptyEnds(Joined(Edges, counts, maxBins));
        return new HistogramCounts(
            numbers.min().ToDouble(), numbers.max().ToDouble(), numbers.numel(), numbers.sum().ToDouble(), numbers.dot(numbers).ToDouble(),
            limits, buckets);
    }

    private static double[] CreateEdges()
    {
        var positive = new List<double>();
        for (var edge = Smallest; edge < Largest; edge *= Growth) positive.Add(edge);
        return [.. positive.Select(edge => -edge).Reverse(), 0, .. positive];
    }

    /// <summary>Joins neighbouring bins, the same number each time, where there are more than wanted.</summary>
    private static (double[] Limits, double[] Counts) Joined(double[] limits, double[] counts, long? maxBins)
    {
        if (maxBins is not { } most || counts.Length <= most) return (limits, counts);
        var width = (int)(counts.Length / most);
        var joined = counts.Chunk(width).Select(chunk => chunk.Sum()).ToArray();
        return ([.. Enumerable.Range(0, joined.Length).Select(bin => limits[bin * width]), limits[^1]], joined);
    }

    /// <summary>The first bucket that is kept is the empty one before the first number.</summary>
    private static (double[] Limits, double[] Buckets) WithoutEmptyEnds((double[] Limits, double[] Counts) all)
    {
        var first = Array.FindIndex(all.Counts, count => count > 0);
        if (first < 0) throw new ArgumentException("No number lies within the bins, which reach from -1e20 to 1e20.");
        var end = Array.FindLastIndex(all.Counts, count => count > 0) + 1;
        return (all.Limits[first..(end + 1)], [first > 0 ? all.Counts[first - 1] : 0, .. all.Counts[first..end]]);
    }
}
