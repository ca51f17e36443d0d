using Latent.Training.Fitting;

namespace Latent.Cli;

/// <summary>An epoch's figures in a line.</summary>
internal static class EpochText
{
    /// <summary><c>epoch 3/10  loss 112.4 (reconstruction 87.9, kl 24.5)  validation 110.8  7,912 rows/s</c>.</summary>
    public static string Of(EpochMetrics metrics, int epochs)
    {
        var parts = metrics.Train.Divergence is { } divergence
            ? $" (reconstruction {Numbers.Short(metrics.Train.Reconstruction)}, kl {Numbers.Short(divergence)})"
            : "";
        var validation = metrics.Validation is { } measured ? $"  validation {Numbers.Short(measured.Loss)}" : "";
        return $"epoch {metrics.Epoch}/{epochs}  loss {Numbers.Short(metrics.Train.Loss)}{parts}{validation}  {Numbers.Count(metrics.RowsPerSecond)} rows/s";
    }
}
