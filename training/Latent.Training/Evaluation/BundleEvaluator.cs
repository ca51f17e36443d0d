using Latent.Runtime;
using Latent.Training.Data;

namespace Latent.Training.Evaluation;

/// <summary>
/// Measures a bundle on rows, with the runtime: <c>mse</c> of the reconstruction at the mean of the code, and the loss
/// that the model was trained on, <c>loss</c> = <c>reconstruction</c> + β <c>kl</c>, each a mean over rows. A Gaussian
/// code is drawn once a row, from a fixed seed. Squared errors are in the units of the rows, also where the model
/// normalises them.
/// </summary>
public static class BundleEvaluator
{
    private const int RowsAtOnce = 1000;
    private const long DrawSeed = 0;

    /// <summary>Measures a loaded bundle.</summary>
    /// <param name="model">The bundle.</param>
    /// <param name="rows">Rows of the shape that the bundle takes, at least one.</param>
    /// <returns>The figures by name: mse, loss, reconstruction and, for Gaussian codes, kl (nats).</returns>
    /// <exception cref="DataException">The rows have another shape than the bundle's, or values that its likelihood does not know.</exception>
    public static IReadOnlyDictionary<string, double> Evaluate(Autoencoder model, Dataset rows) =>
        Evaluate(new LoadedBundle(model), LossDefinition.Of(model.Manifest), rows);

    internal static IReadOnlyDictionary<string, double> Evaluate(IReconstructor model, LossDefinition loss, Dataset rows)
    {
        if (rows.SampleSize != loss.InputSize || rows.Count == 0)
            throw new DataException("The rows do not fit the model", rows.Name, $"at least one row of {loss.InputSize} numbers", $"{rows.Count} rows of {rows.SampleSize}", "Evaluate on the data set that the model was trained on, or one of its shape.");

        if (loss.IsBernoulli && !(rows.Range is { Minimum: >= 0, Maximum: <= 1 }))
            throw new DataException("The rows are not in the range of the model", rows.Name, "values in [0, 1]", $"values from {rows.Range.Minimum} to {rows.Range.Maximum}", "Divide pictures of 8 bits by 255.");

        var totals = new EvaluationTotals();
        var noise = new PhiloxStream(DrawSeed);
        for (var start = 0; start < rows.Count; start += RowsAtOnce)
            totals.Add(model, loss, rows.Rows(start..Math.Min(rows.Count, start + RowsAtOnce)), noise, start);
        return totals.Means(loss);
    }
}
