namespace Latent.Training.Evaluation;

/// <summary>Latent statistics over the codes of many rows, accumulated chunk by chunk.</summary>
/// <param name="latentSize">The latent dimension.</param>
internal sealed class CodeStatistics(int latentSize)
{
    // Burda et al. 2016: a latent whose posterior mean varies less counts as inactive.
    private const double MinActiveVariance = 0.01;

    // A latent whose mean activation is below this counts as rarely active.
    private const double LowActivation = 0.1;

    // A tenth of the prior's standard deviation.
    private const double NearZero = 0.1;

    private readonly double[] sums = new double[latentSize];
    private readonly double[] squares = new double[latentSize];
    private readonly long[] activeCounts = new long[latentSize];
    private long nearZeroCount;
    private long rowCount;

    /// <summary>Adds codes, row-major.</summary>
    /// <param name="codes">The codes, or their means.</param>
    /// <param name="activeAbove">The value above which a latent counts as active.</param>
    public void Add(ReadOnlySpan<float> codes, double activeAbove)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var latent = i % latentSize;
            sums[latent] += codes[i];
            squares[latent] += (double)codes[i] * codes[i];
            activeCounts[latent] += codes[i] > activeAbove ? 1 : 0;
            nearZeroCount += Math.Abs(codes[i]) < NearZero ? 1 : 0;
        }

        rowCount += codes.Length / latentSize;
    }

    /// <summary>
    /// Computes <c>active_units</c>, the number of latents of a Gaussian code that depend on the row (Burda et al. 2016), and
    /// <c>near_zero</c>, the share of means within 0.1 of the prior's mean.
    /// </summary>
    public IEnumerable<KeyValuePair<string, double>> OfGaussian()
    {
        yield return new("active_units", Enumerable.Range(0, latentSize).Count(latent => Variance(latent) > MinActiveVariance));
        yield return new("near_zero", nearZeroCount / ((double)rowCount * latentSize));
    }

    /// <summary>
    /// Computes <c>l0</c>, the number of active latents per row; <c>mean_activation</c> over all latents;
    /// <c>low_activation</c>, the share of latents with a mean below 0.1; and <c>dead</c>, the share that is never active.
    /// </summary>
    public IEnumerable<KeyValuePair<string, double>> OfSparse()
    {
        yield return new("l0", activeCounts.Sum() / (double)rowCount);
        yield return new("mean_activation", sums.Sum() / (rowCount * (double)latentSize));
        yield return new("low_activation", sums.Count(sum => sum / rowCount < LowActivation) / (double)latentSize);
        yield return new("dead", activeCounts.Count(count => count == 0) / (double)latentSize);
    }

    private double Variance(int latent) => (squares[latent] / rowCount) - (sums[latent] / rowCount * (sums[latent] / rowCount));
}
