using Latent.Fitting;

namespace Latent.Cli;

/// <summary>Figures of a run in a line, each with its rank for <see cref="NarrowLine"/>: the parts of the loss go first, then speed, then validation.</summary>
internal static class EpochText
{
    /// <summary><c>epoch 3/10  loss 112.4 (reconstruction 87.9, kl 24.5)  validation 110.8  7,912 rows/s</c>.</summary>
    public static string Format(EpochMetrics metrics, int epochs) => NarrowLine.Fit(int.MaxValue, Pieces(metrics, epochs));

    /// <summary>The figures of an epoch.</summary>
    public static IEnumerable<(string Text, int Rank)> Pieces(EpochMetrics metrics, int epochs) =>
        [Epoch(metrics.Epoch, epochs), Loss(metrics.Train.Loss), (PartsOf(metrics.Train), 5), (Validation(metrics), 3), Speed(metrics.RowsPerSecond)];

    /// <summary>The figures of a step, with the validation of the epoch before.</summary>
    public static IEnumerable<(string Text, int Rank)> Pieces(TrainingProgress progress, string validation, double rowsPerSecond) =>
        [Epoch(progress.Epoch, progress.Epochs), Loss(progress.Loss), (validation, 3), Speed(rowsPerSecond)];

    /// <summary><c>validation 110.8</c>; empty where there is none.</summary>
    public static string Validation(EpochMetrics metrics) => metrics.Validation is { } measured ? $"validation {NumberText.Short(measured.Loss)}" : "";

    private static (string Text, int Rank) Epoch(int epoch, int epochs) => ($"epoch {epoch}/{epochs}", 1);

    private static (string Text, int Rank) Loss(double loss) => ($"loss {NumberText.Short(loss)}", 2);

    private static (string Text, int Rank) Speed(double rowsPerSecond) => ($"{NumberText.Count(rowsPerSecond)} rows/s", 4);

    private static string PartsOf(LossValues losses) => losses.Terms.Count > 1
        ? $"({string.Join(", ", losses.Terms.Select(part => $"{part.Key} {NumberText.Short(part.Value)}"))})"
        : "";
}
