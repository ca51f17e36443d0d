using Latent.Bundles;
using Latent.Data;
using Latent.Files;
using Latent.Runtime;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recommenders;
using Latent.Training.Rows;

namespace Latent.Training.Evaluation;

/// <summary>
/// Evaluates a bundle on rows with the runtime: <c>mse</c> of the reconstruction at the posterior mean, <c>fvu</c> (the
/// fraction of variance unexplained), and the training objective, <c>loss</c> = <c>reconstruction</c> + β <c>kl</c>, each
/// a mean over rows. Gaussian codes are sampled once per row, from a fixed seed. Squared errors are in the units of the
/// rows, even if the model normalizes them, or of their logarithms if it takes logarithms.
/// </summary>
/// <remarks>
/// Where they apply: <c>active_units</c> for Gaussian codes; <c>l0</c>, <c>mean_activation</c>, <c>low_activation</c> and
/// <c>dead</c> for sparse codes, and <c>fvu_active</c> for sparse codes that are never exactly 0: the <c>fvu</c> with
/// inactive latents set to 0; <c>denoised_mse</c> for models trained on corrupted rows; <c>auroc</c> for models trained on
/// normal rows only, where all other metrics cover normal rows, with further metrics if the recipe sets an alarm threshold
/// (<see cref="DetectionFigures"/>); <c>word_accuracy</c> for rows with categorical columns, where squared errors cover the
/// numeric columns; <c>nll</c> on request; <c>recall@20</c>, <c>recall@50</c> and <c>ndcg@100</c> for rating models
/// (<see cref="RankingTotals"/>), computed from the share of a user's ratings that the model receives, and <c>rmse</c> if
/// it predicts ratings. Rating models have neither <c>mse</c> nor <c>fvu</c>, because a missing rating is not 0.
/// </remarks>
public static class BundleEvaluator
{
    private const int RowsAtOnce = 1000;

    /// <summary>Evaluates a loaded bundle.</summary>
    /// <param name="model">The bundle.</param>
    /// <param name="rows">Rows in the input shape of the bundle, at least one.</param>
    /// <param name="corruption">
    /// The corruption for <c>denoised_mse</c>; null uses the corruption that the model was trained with, if any.
    /// </param>
    /// <param name="importanceSamples">The number of codes sampled per row to estimate <c>nll</c> in nats; 0 skips it.</param>
    /// <returns>The metrics by name.</returns>
    /// <exception cref="DataException">
    /// The shape of the rows does not match the bundle, or values are outside the range of its likelihood.
    /// </exception>
    public static IReadOnlyDictionary<string, double> Evaluate(
        Autoencoder model,
        Dataset rows,
        CorruptionSettings? corruption = null,
        int importanceSamples = 0)
    {
        var spec = EvaluationSpec.From(model.Manifest);
        CheckShape(spec, rows);
        if (CategoryVocabulary.FromBundle(model.Bundle) is { } vocabulary)
            rows = rows.In(vocabulary);
        var prepared = spec.Binarization == Binarization.None ? rows : RowPreparation.Binarize(rows);
        return Evaluate(
            new LoadedBundle(model),
            spec with { Corruption = corruption ?? spec.Corruption, ImportanceSamples = importanceSamples },
            prepared);
    }

    /// <summary>Evaluates a model on rows that are already binary if its spec requires it.</summary>
    internal static IReadOnlyDictionary<string, double> Evaluate(IReconstructor model, EvaluationSpec spec, Dataset rows)
    {
        CheckShape(spec, rows);
        if (spec.IsBernoulli && !rows.Range.IsUnit)
        {
            throw new DataException(
                "The rows are not in the range of the model",
                rows.Name,
                "values in [0, 1]",
                $"values from {rows.Range.Minimum} to {rows.Range.Maximum}",
                "Divide 8-bit images by 255.");
        }

        var normal = spec.Normal is null ? rows : RowPreparation.OnlyNormal(rows, spec.Normal);
        var comparison = new RowComparison(rows, spec.IsLogarithmic);
        var totals = new EvaluationTotals(spec, comparison);
        for (var start = 0; start < normal.Count; start += RowsAtOnce)
            totals.Add(model, normal.Rows(start..Math.Min(normal.Count, start + RowsAtOnce)), start);

        var variance = comparison.Variance(normal.Values);
        var metrics = totals.Means(variance);
        if (spec.Ratings is { } ratings)
        {
            foreach (var (name, value) in HeldOutUsers.Measure(model.Reconstruct, normal, ratings, spec.Likelihood == Likelihood.Rated))
                metrics[name] = value;
        }

        if (spec.Corruption is { } corruption && !spec.IsOfRatings)
            metrics["denoised_mse"] = MeanSquaredError(spec, model.Reconstruct(RowCorruption.Apply(corruption, normal).Values), normal);
        if (spec.ActiveAbove is > 0 and { } bound && variance > 0)
            metrics["fvu_active"] = ErrorOfActive(model, spec, normal, (float)bound) / variance;
        if (spec.Normal is not null)
            metrics = new(metrics.Concat(new DetectionFigures(model, spec.Normal, spec.Threshold).Compute(rows)));
        if (spec.ImportanceSamples > 0)
            metrics["nll"] = LikelihoodOf(model, spec, normal);
        return metrics;
    }

    private static double LikelihoodOf(IReconstructor model, EvaluationSpec spec, Dataset rows)
    {
        var isKnown = spec.IsBernoulli && model.Encode(rows.Row(0)).LogVariance is not null
            && !rows.Values.AsSpan().ContainsAnyExcept(0f, 1f);
        return isKnown ? new LikelihoodEstimate(model, spec.ImportanceSamples).Compute(rows) : throw new DataException(
            "nll cannot be estimated",
            rows.Name,
            "a variational model with a Bernoulli likelihood, and rows of 0 and 1",
            "another model, or other rows",
            "Train with data.binarization stochastic and objective.likelihood bernoulli, or use no importance samples.");
    }

    // A sigmoid is never 0: inactive latents are set to 0, as in a sparse code.
    private static double ErrorOfActive(IReconstructor model, EvaluationSpec spec, Dataset rows, float bound)
    {
        var codes = model.Encode(rows.Values).Mean;
        return MeanSquaredError(spec, model.Decode(Array.ConvertAll(codes, value => value > bound ? value : 0)), rows);
    }

    private static double MeanSquaredError(EvaluationSpec spec, float[] reconstructed, Dataset rows)
    {
        var comparison = new RowComparison(rows, spec.IsLogarithmic);
        return comparison.SquaredError(rows.Values, reconstructed) / rows.Count / Math.Max(1, comparison.NumberCount);
    }

    private static void CheckShape(EvaluationSpec spec, Dataset rows)
    {
        if (rows.SampleSize != spec.InputSize || rows.Count == 0)
            throw new DataException(
                "The rows do not fit the model",
                rows.Name,
                $"at least one row of {spec.InputSize} numbers",
                $"{rows.Count} rows of {rows.SampleSize}",
                "Evaluate on the data set that the model was trained on, or one of its shape.");
    }
}
