namespace Latent.Training.Tables;

/// <summary>The performance of an alarm whose threshold is a quantile of normal scores.</summary>
/// <param name="Quantile">The quantile, computed on normal rows outside the training set.</param>
/// <param name="FalseAlarms">The false positive rate: the fraction of other normal rows above the threshold.</param>
/// <param name="Detection">The true positive rate: the fraction of anomalies above the threshold, macro-averaged over their kinds.</param>
public sealed record AlarmPoint(double Quantile, double FalseAlarms, double Detection)
{
    /// <summary>Balanced accuracy: the mean of the true negative rate and <see cref="Detection"/>.</summary>
    public double Balance => (1 - FalseAlarms + Detection) / 2;
}
