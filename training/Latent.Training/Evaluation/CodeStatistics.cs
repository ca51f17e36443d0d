namespace Latent.Training.Evaluation;

/// <summary>What the codes of many rows say of their numbers, added up chunk by chunk.</summary>
/// <param name="latentSize">The number of numbers in a code.</param>
internal sealed class CodeStatistics(int latentSize)
{
    // Burda et al. 2016: a latent whose mean varies less does not take part.
    private const double MinActiveVariance = 0.01;

    // The article's bound for a neuron that is active on average.
    private const double LowActivation = 0.1;

    // A tenth of the prior's deviation.
    private const double NearZero = 0.1;

    private readonly double[] sums = new double[latentSize];
    private readonly double[] squares = new double[latentSize];
    private readonly long[] activeCounts = new long[latentSize];
    private long nearZeroCount;
    private long rowCount;

    /// <summary>Adds codes, row after row.</summary>
    /// <param name="codes">The codes, or their means.</param>
    /// <param name="activeAbove">Above which value a number counts as active.</param>
    public void Add(ReadOnlySpan<float> codes, double activeAbove)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var position = i % latentSize;
            sums[position] += codes[i];
            squares[position] += (double)codes[i] * codes[i];
            activeCounts[position] += codes[i] > activeAbove ? 1 : 0;
            nearZeroCount += Math.Abs(codes[i]) < NearZero ? 1 : 0;
        }

        rowCount += codes.Length / latentSize;
    }

    /// <summary>
    /// <c>active_units</c>: how many numbers of a Gaussian code follow the row (Burda et al. 2016); <c>near_zero</c>: the
    /// share of means within 0.1 of the prior's.
    /// </summary>
    public IEnumerable<KeyValuePair<string, double>> OfGaussian()
    {
        yield return new("active_units", Enumerable.Range(0, latentSize).Count(position => Variance(position) > MinActiveVariance));
        yield return new("near_zero", nearZeroCount / ((double)rowCount * latentSize));
    }

    /// <summary>
    /// <c>l0</c>: active numbers a row; <c>mean_activation</c> over all numbers; <c>low_activation</c>: the share of numbers
    /// whose mean is below 0.1; <c>dead</c>: the share that is active for no row.
    /// </summary>
    public IEnumerable<KeyValuePair<string, double>> OfSparse()
    {
        yield return new("l0", activeCounts.Sum() / (double)rowCount);
        yield return new("mean_activation", sums.Sum() / (rowCount * (double)latentSize));
        yield return new("low_activation", sums.Count(sum => sum / rowCount < LowActivation) / (double)latentSize);
        yield return new("dead", activeCounts.Count(count => count == 0) / (double)latentSize);
    }

    private double Variance(int position) => (squares[position] / rowCount) - (sums[position] / rowCount * (sums[position] / rowCount));
}
