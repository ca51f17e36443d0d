using Latent.Runtime;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recommenders;

namespace Latent.Training.Evaluation;

/// <summary>Accumulates the losses of rows, chunk by chunk.</summary>
/// <param name="spec">How the model is evaluated.</param>
/// <param name="comparison">How rows are compared.</param>
internal sealed class EvaluationTotals(EvaluationSpec spec, RowComparison comparison)
{
    // As in PyTorch's binary_cross_entropy: a probability that rounds to 0 costs 100 nats instead of infinity.
    private const double MinLog = -100;

    private const long SamplingSeed = 0;

    private readonly PhiloxStream noise = new(SamplingSeed);
    private CodeStatistics? codes;
    private double squareSum;
    private double reconstructionSum;
    private double? divergenceSum;
    private long categoriesRight;
    private double weightedSum;
    private long rowCount;

    /// <summary>Adds a chunk of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Raw rows, row-major.</param>
    /// <param name="firstRow">The index of the first row, which determines the noise of each row.</param>
    public void Add(IReconstructor model, ReadOnlySpan<float> rows, long firstRow)
    {
        var (mean, logVariance) = model.Encode(rows);
        var atMean = model.Reconstruct(rows);
        var count = rows.Length / spec.InputSize;
        var latentSize = mean.Length / count;
        var numbers = Math.Max(1, comparison.NumberCount);
        rowCount += count;
        squareSum += comparison.SquaredError(rows, atMean) / numbers;
        categoriesRight += comparison.CategoriesRight(rows, atMean);
        (codes ??= new CodeStatistics(latentSize)).Add(mean, spec.ActiveAbove ?? 0);
        var reconstructed = atMean;
        if (logVariance is not null)
        {
            AddDivergence(mean, logVariance, rows, count);
            reconstructed = model.Decode(PosteriorStatistics.Sample(mean, logVariance, noise, firstRow * latentSize));
        }

        reconstructionSum += spec.Likelihood switch
        {
            Likelihood.Bernoulli => CrossEntropy(rows, reconstructed),
            Likelihood.Multinomial => RatingErrors.CrossEntropy(rows, reconstructed),
            Likelihood.Rated => RatingErrors.Squared(rows, reconstructed, spec.InputSize),
            _ => comparison.SquaredError(rows, reconstructed) * (logVariance is null ? 1.0 / numbers : 0.5),
        };
    }

    /// <summary>Returns the means over all rows, by name.</summary>
    /// <param name="variance">The variance of the rows.</param>
    public Dictionary<string, double> Means(double variance)
    {
        var means = new Dictionary<string, double>
        {
            ["loss"] = (reconstructionSum + (spec.Beta * weightedSum)) / rowCount,
            ["reconstruction"] = reconstructionSum / rowCount,
        };
        if (!spec.IsOfRatings)
            means["mse"] = squareSum / rowCount;
        if (!spec.IsOfRatings && variance > 0)
            means["fvu"] = squareSum / rowCount / variance;
        // The metric name stays 'word_accuracy' for compatibility.
        if (comparison.CategoryCount > 0)
            means["word_accuracy"] = (double)categoriesRight / rowCount / comparison.CategoryCount;
        if (divergenceSum is { } divergence)
            means["kl"] = divergence / rowCount;
        var ofCodes = divergenceSum is not null ? codes!.OfGaussian() : spec.ActiveAbove is not null ? codes!.OfSparse() : [];
        foreach (var (name, value) in ofCodes)
            means[name] = value;
        return means;
    }

    private void AddDivergence(float[] mean, float[] logVariance, ReadOnlySpan<float> rows, int count)
    {
        var size = mean.Length / count;
        for (var row = 0; row < count; row++)
        {
            var divergence = PosteriorStatistics.Divergence(mean.AsSpan(row * size, size), logVariance.AsSpan(row * size, size));
            divergenceSum = (divergenceSum ?? 0) + divergence;
            weightedSum += divergence * (spec.BetaPerRating
                ? spec.InputSize - rows.Slice(row * spec.InputSize, spec.InputSize).Count(0f)
                : 1);
        }
    }

    private static double CrossEntropy(ReadOnlySpan<float> rows, float[] reconstructed)
    {
        var total = 0.0;
        for (var i = 0; i < reconstructed.Length; i++)
            total -= (rows[i] * Math.Max(MinLog, Math.Log(reconstructed[i])))
                + ((1 - rows[i]) * Math.Max(MinLog, Math.Log(1.0 - reconstructed[i])));
        return total;
    }
}
