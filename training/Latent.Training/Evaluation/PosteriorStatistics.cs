using Latent.Runtime;

namespace Latent.Training.Evaluation;

/// <summary>Statistics over the Gaussian posteriors of many rows.</summary>
internal static class PosteriorStatistics
{
    private const int MaxRows = 2000;

    /// <summary>Computes the KL divergence from the standard normal prior, summed over rows.</summary>
    public static double Divergence(ReadOnlySpan<float> mean, ReadOnlySpan<float> logVariance)
    {
        var sum = 0.0;
        for (var i = 0; i < mean.Length; i++)
            sum += 0.5 * (((double)mean[i] * mean[i]) + Math.Exp(logVariance[i]) - logVariance[i] - 1);
        return sum;
    }

    /// <summary>
    /// Estimates the mutual information between rows and codes in nats, at most the logarithm of the number of rows:
    /// E log q(z | x) - log 1/n Σ q(z | xᵢ) over the first 2,000 rows (Hoffman and Johnson 2016; Dieng et al. 2019).
    /// </summary>
    /// <param name="mean">Means, row-major.</param>
    /// <param name="logVariance">Log variances, row-major.</param>
    /// <param name="codes">One code per row, sampled from its posterior.</param>
    /// <param name="size">The latent dimension.</param>
    public static double MutualInformation(float[] mean, float[] logVariance, float[] codes, int size)
    {
        var count = Math.Min(MaxRows, mean.Length / size);
        var sums = new double[count];
        Parallel.For(0, count, row =>
        {
            var densities = new double[count];
            for (var other = 0; other < count; other++)
                densities[other] = LogDensity(
                    codes.AsSpan(row * size, size),
                    mean.AsSpan(other * size, size),
                    logVariance.AsSpan(other * size, size));
            sums[row] = densities[row] - LogSumExp(densities) + Math.Log(count);
        });
        return sums.Average();
    }

    /// <summary>Computes log p(z) - log q(z | x); the constants of both densities cancel.</summary>
    public static double LogRatio(ReadOnlySpan<float> code, ReadOnlySpan<float> mean, ReadOnlySpan<float> logVariance)
    {
        var prior = 0.0;
        foreach (var value in code)
            prior -= 0.5 * value * value;
        return prior - LogDensity(code, mean, logVariance);
    }

    /// <summary>Computes log Σ exp without overflow.</summary>
    public static double LogSumExp(ReadOnlySpan<double> values)
    {
        var largest = double.NegativeInfinity;
        foreach (var value in values)
            largest = Math.Max(largest, value);
        var sum = 0.0;
        foreach (var value in values)
            sum += Math.Exp(value - largest);
        return largest + Math.Log(sum);
    }

    /// <summary>Samples one code per posterior.</summary>
    /// <param name="mean">Means, row-major.</param>
    /// <param name="logVariance">Log variances, row-major.</param>
    /// <param name="noise">Standard normal noise.</param>
    /// <param name="start">The index in the noise of the first value. Default: 0.</param>
    public static float[] Sample(float[] mean, float[] logVariance, PhiloxStream noise, long start = 0)
    {
        var codes = new float[mean.Length];
        new PosteriorSampler(noise).Fill(start, mean, logVariance, codes);
        return codes;
    }

    // Without the constant -½ log 2π per latent.
    private static double LogDensity(ReadOnlySpan<float> code, ReadOnlySpan<float> mean, ReadOnlySpan<float> logVariance)
    {
        var sum = 0.0;
        for (var i = 0; i < code.Length; i++)
        {
            var difference = (double)code[i] - mean[i];
            sum -= 0.5 * ((difference * difference * Math.Exp(-logVariance[i])) + logVariance[i]);
        }

        return sum;
    }
}
