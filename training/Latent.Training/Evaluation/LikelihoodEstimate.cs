using Latent.Data;
using Latent.Runtime;

namespace Latent.Training.Evaluation;

/// <summary>
/// The negative log-likelihood of binary rows under a variational model, estimated by importance sampling from the
/// posterior: -log 1/k Σ p(x | z) p(z) / q(z | x) (Burda et al. 2016, section 5). In expectation it is an upper bound on
/// the negative log-likelihood, and converges to it as k grows.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="samples">k, the number of codes per row.</param>
internal sealed class LikelihoodEstimate(IReconstructor model, int samples)
{
    private const int CodesAtOnce = 4000;
    private const long Seed = 1;

    // A product of this many probabilities of at least 1e-44 stays above the smallest positive double.
    private const int FactorsAtOnce = 6;
    private const double MinProbability = 1e-44;

    // The decoder's float32 probability rounds to 1 near 1; this is the complement that half a rounding step can hide.
    private const double MinComplement = 1.0 / (1 << 25);

    private readonly PhiloxStream noise = new(Seed);

    /// <summary>Computes the estimate in nats, a mean over rows.</summary>
    /// <param name="rows">Binary rows, at least one.</param>
    public double Compute(Dataset rows)
    {
        var total = 0.0;
        var rowsAtOnce = Math.Max(1, CodesAtOnce / samples);
        for (var start = 0; start < rows.Count; start += rowsAtOnce)
        {
            var end = Math.Min(rows.Count, start + rowsAtOnce);
            total += OfRows(rows.Rows(start..end).ToArray(), rows.SampleSize, start);
        }

        return total / rows.Count;
    }

    private double OfRows(float[] rows, int rowSize, int firstRow)
    {
        var (mean, logVariance) = model.Encode(rows);
        var count = rows.Length / rowSize;
        var size = mean.Length / count;
        var codes = new float[count * samples * size];
        noise.FillGaussian((long)firstRow * samples * size, codes);
        var weights = new double[count * samples];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Sample(
                codes.AsSpan(i * size, size),
                mean.AsSpan(i / samples * size, size),
                logVariance.AsSpan(i / samples * size, size));

        var reconstructed = model.Decode(codes);
        Parallel.For(
            0,
            weights.Length,
            i => weights[i] += LogLikelihood(rows.AsSpan(i / samples * rowSize, rowSize), reconstructed.AsSpan(i * rowSize, rowSize)));
        return Enumerable.Range(0, count)
            .Sum(row => Math.Log(samples) - PosteriorStatistics.LogSumExp(weights.AsSpan(row * samples, samples)));
    }

    // Turns noise into a code and returns log p(z) - log q(z | x); the constants of both densities cancel.
    private static double Sample(Span<float> code, ReadOnlySpan<float> mean, ReadOnlySpan<float> logVariance)
    {
        var ratio = 0.0;
        for (var i = 0; i < code.Length; i++)
        {
            var epsilon = code[i];
            code[i] = PosteriorSampler.Sample(mean[i], logVariance[i], epsilon);
            ratio += 0.5 * (((double)epsilon * epsilon) + logVariance[i] - ((double)code[i] * code[i]));
        }

        return ratio;
    }

    private static double LogLikelihood(ReadOnlySpan<float> row, ReadOnlySpan<float> reconstructed)
    {
        var (total, product) = (0.0, 1.0);
        for (var i = 0; i < row.Length; i++)
        {
            product *= row[i] > 0.5f ? Math.Max(MinProbability, reconstructed[i]) : Math.Max(MinComplement, 1.0 - reconstructed[i]);
            if ((i + 1) % FactorsAtOnce == 0)
                (total, product) = (total + Math.Log(product), 1.0);
        }

        return total + Math.Log(product);
    }
}
