namespace Latent.Training.Tables;

/// <summary>What an alarm at a quantile of normal scores would do.</summary>
/// <param name="Quantile">The quantile, of normal rows that were not trained on.</param>
/// <param name="FalseAlarms">The share of other normal rows above it.</param>
/// <param name="Detection">The share of anomalies above it: a mean over their kinds, each of which counts the same.</param>
public sealed record AlarmPoint(double Quantile, double FalseAlarms, double Detection)
{
    /// <summary>Balanced accuracy: the mean of the share of normal rows that are let through and of <see cref="Detection"/>.</summary>
    public double Balance => (1 - FalseAlarms + Detection) / 2;
}
