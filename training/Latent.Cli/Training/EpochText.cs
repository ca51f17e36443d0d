using Latent.Fitting;

namespace Latent.Cli;

/// <summary>
/// Formats the metrics of a run as one line, each with its rank for <see cref="NarrowLine"/>: the loss terms are left out first, then
/// the speed, then the validation loss.
/// </summary>
internal static class EpochText
{
    /// <summary><c>epoch 3/10  loss 112.4 (reconstruction 87.9, kl 24.5)  validation 110.8  7,912 rows/s</c>.</summary>
    public static string Format(EpochMetrics metrics, int epochs) => NarrowLine.Fit(int.MaxValue, Pieces(metrics, epochs));

    /// <summary>Returns the metrics of an epoch.</summary>
    public static IEnumerable<(string Text, int Rank)> Pieces(EpochMetrics metrics, int epochs) =>
    [
        Epoch(metrics.Epoch, epochs), Loss(metrics.Train.Loss), (TermsOf(metrics.Train), 5), (Validation(metrics), 3),
        Speed(metrics.RowsPerSecond),
    ];

    /// <summary>Returns the metrics of a step, with the validation loss of the previous epoch.</summary>
    public static IEnumerable<(string Text, int Rank)> Pieces(TrainingProgress progress, string validation, double rowsPerSecond) =>
        [Epoch(progress.Epoch, progress.Epochs), Loss(progress.Loss), (validation, 3), Speed(rowsPerSecond)];

    /// <summary><c>validation 110.8</c>; empty if there is no validation loss.</summary>
    public static string Validation(EpochMetrics metrics)
        => metrics.Validation is { } measured ? $"validation {NumberText.Short(measured.Loss)}" : "";

    private static (string Text, int Rank) Epoch(int epoch, int epochs) => ($"epoch {epoch}/{epochs}", 1);

    private static (string Text, int Rank) Loss(double loss) => ($"loss {NumberText.Short(loss)}", 2);

    private static (string Text, int Rank) Speed(double rowsPerSecond) => ($"{NumberText.Count(rowsPerSecond)} rows/s", 4);

    private static string TermsOf(LossValues losses) => losses.Terms.Count > 1
        ? $"({string.Join(", ", losses.Terms.Select(term => $"{term.Key} {NumberText.Short(term.Value)}"))})"
        : "";
}
