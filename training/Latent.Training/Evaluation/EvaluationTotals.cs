using Latent.Runtime;

namespace Latent.Training.Evaluation;

/// <summary>Adds up the losses of rows, chunk by chunk.</summary>
internal sealed class EvaluationTotals
{
    // As PyTorch's binary_cross_entropy: a probability that rounds to 0 costs 100 nats, not infinitely many.
    private const double LeastLog = -100;

    private double squareSum;
    private double reconstructionSum;
    private double? divergenceSum;
    private long rowCount;

    /// <summary>Adds a chunk of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loss">The loss that it was trained on.</param>
    /// <param name="rows">Raw rows, row after row.</param>
    /// <param name="noise">Draws Gaussian codes.</param>
    /// <param name="firstRow">The position of the first row, which fixes its draw.</param>
    public void Add(IReconstructor model, LossDefinition loss, ReadOnlySpan<float> rows, PhiloxStream noise, long firstRow)
    {
        var (mean, logVariance) = model.Encode(rows);
        var atMean = model.Reconstruct(rows);
        rowCount += rows.Length / loss.InputSize;
        squareSum += SquaredError(rows, atMean) / loss.InputSize;
        var drawn = atMean;
        if (logVariance is not null)
        {
            divergenceSum = (divergenceSum ?? 0) + Divergence(mean, logVariance);
            drawn = model.Decode(Draw(mean, logVariance, noise, firstRow * mean.Length / (rows.Length / loss.InputSize)));
        }

        reconstructionSum += loss.IsBernoulli ? CrossEntropy(rows, drawn) : SquaredError(rows, drawn) / loss.InputSize;
    }

    /// <summary>The means over all rows, by name.</summary>
    public IReadOnlyDictionary<string, double> Means(LossDefinition loss)
    {
        var means = new Dictionary<string, double>
        {
            ["loss"] = (reconstructionSum + (loss.Beta * (divergenceSum ?? 0))) / rowCount,
            ["mse"] = squareSum / rowCount,
            ["reconstruction"] = reconstructionSum / rowCount,
        };
        if (divergenceSum is { } divergence)
            means["kl"] = divergence / rowCount;
        return means;
    }

    private static float[] Draw(float[] mean, float[] logVariance, PhiloxStream noise, long start)
    {
        var codes = new float[mean.Length];
        noise.FillGaussian(start, codes);
        for (var i = 0; i < codes.Length; i++)
            codes[i] = mean[i] + (MathF.Exp(0.5f * logVariance[i]) * codes[i]);
        return codes;
    }

    private static double Divergence(float[] mean, float[] logVariance)
    {
        var total = 0.0;
        for (var i = 0; i < mean.Length; i++)
            total += 0.5 * (((double)mean[i] * mean[i]) + Math.Exp(logVariance[i]) - logVariance[i] - 1);
        return total;
    }

    private static double SquaredError(ReadOnlySpan<float> rows, float[] redrawn)
    {
        var total = 0.0;
        for (var i = 0; i < redrawn.Length; i++)
            total += ((double)rows[i] - redrawn[i]) * ((double)rows[i] - redrawn[i]);
        return total;
    }

    private static double CrossEntropy(ReadOnlySpan<float> rows, float[] redrawn)
    {
        var total = 0.0;
        for (var i = 0; i < redrawn.Length; i++)
            total -= (rows[i] * Math.Max(LeastLog, Math.Log(redrawn[i]))) + ((1 - rows[i]) * Math.Max(LeastLog, Math.Log(1.0 - redrawn[i])));
        return total;
    }
}
