using Latent.Bundles;
using Latent.Data;
using Latent.Runtime;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;

namespace Latent.Training.Evaluation;

/// <summary>
/// Measures a bundle on rows, with the runtime: <c>mse</c> of the reconstruction at the mean of the code, <c>fvu</c>,
/// the share of the rows' variance that it leaves unexplained, and the loss that the model was trained on,
/// <c>loss</c> = <c>reconstruction</c> + β <c>kl</c>, each a mean over rows. A Gaussian code is drawn once a row, from a
/// fixed seed. Squared errors are in the units of the rows, also where the model normalises them, or in their logarithms
/// where it takes those.
/// </summary>
/// <remarks>
/// Where they apply: <c>active_units</c> of Gaussian codes; <c>l0</c>, <c>mean_activation</c>, <c>low_activation</c> and
/// <c>dead</c> of sparse codes, and <c>fvu_active</c> of those that are never 0: the <c>fvu</c> with inactive numbers at
/// 0; <c>denoised_mse</c> of models trained on corrupted rows; <c>auroc</c> of models trained on normal rows alone, all
/// other figures then being those of normal rows, with more of them where the recipe names the threshold of an alarm
/// (<see cref="DetectionFigures"/>); <c>word_accuracy</c> of rows with words, whose squared errors are those of numbers;
/// <c>nll</c> on request; <c>recall@20</c>, <c>recall@50</c> and
/// <c>ndcg@100</c> of models of ratings (<see cref="RankingTotals"/>), from the share of a user's ratings that the model is
/// shown, <c>rmse</c> where it predicts them, and neither <c>mse</c> nor <c>fvu</c>, as a rating that is missing is not 0.
/// </remarks>
public static class BundleEvaluator
{
    private const int RowsAtOnce = 1000;

    /// <summary>Measures a loaded bundle.</summary>
    /// <param name="model">The bundle.</param>
    /// <param name="rows">Rows of the shape that the bundle takes, at least one.</param>
    /// <param name="corruption">Measures <c>denoised_mse</c> with this corruption; null takes the one that the model was trained with, if any.</param>
    /// <param name="importanceSamples">Codes drawn for each row to estimate <c>nll</c> in nats; 0 leaves it out.</param>
    /// <returns>The figures by name.</returns>
    /// <exception cref="DataException">The rows have another shape than the bundle's, or values that its likelihood does not know.</exception>
    public static IReadOnlyDictionary<string, double> Evaluate(Autoencoder model, Dataset rows, CorruptionSettings? corruption = null, int importanceSamples = 0)
    {
        var spec = EvaluationSpec.From(model.Manifest);
        CheckShape(spec, rows);
        if (CategoryVocabulary.FromBundle(model.Bundle) is { } words)
            rows = rows.In(words);
        var prepared = spec.Binarization == Binarization.None ? rows : RowPreparation.Binarize(rows);
        return Evaluate(new LoadedBundle(model), spec with { Corruption = corruption ?? spec.Corruption, ImportanceSamples = importanceSamples }, prepared);
    }

    /// <summary>Measures a model on rows that are binary already, where its spec asks for it.</summary>
    internal static IReadOnlyDictionary<string, double> Evaluate(IReconstructor model, EvaluationSpec spec, Dataset rows)
    {
        CheckShape(spec, rows);
        if (spec.IsBernoulli && !rows.Range.IsUnit)
            throw new DataException("The rows are not in the range of the model", rows.Name, "values in [0, 1]", $"values from {rows.Range.Minimum} to {rows.Range.Maximum}", "Divide pictures of 8 bits by 255.");

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
        var isKnown = spec.IsBernoulli && model.Encode(rows.Row(0)).LogVariance is not null && !rows.Values.AsSpan().ContainsAnyExcept(0f, 1f);
        return isKnown ? new LikelihoodEstimate(model, spec.ImportanceSamples).Compute(rows) : throw new DataException(
            "nll is not known here", rows.Name, "a variational model with a Bernoulli likelihood, and rows of 0 and 1", "another model, or other rows", "Train with data.binarization stochastic and objective.likelihood bernoulli, or ask for no importance samples.");
    }

    // A sigmoid is never 0: what the numbers that count as inactive carry is left out, as a sparse code would.
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
            throw new DataException("The rows do not fit the model", rows.Name, $"at least one row of {spec.InputSize} numbers", $"{rows.Count} rows of {rows.SampleSize}", "Evaluate on the data set that the model was trained on, or one of its shape.");
    }
}
