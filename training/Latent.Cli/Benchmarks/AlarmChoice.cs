using System.Globalization;
using Latent.Training.Tables;

namespace Latent.Cli;

/// <summary>The alarm quantile chosen on labeled anomalies of the training part.</summary>
/// <param name="Alarm">The quantile with the best mean balanced accuracy; among equal ones the highest.</param>
/// <param name="Kinds">The number of kinds of anomalies.</param>
/// <param name="Auroc">The AUROC, averaged over those kinds.</param>
/// <param name="Points">The false-alarm and detection rates at each quantile, averaged over seeds.</param>
internal sealed record AlarmChoice(double Alarm, int Kinds, Spread Auroc, IReadOnlyList<AlarmPoint> Points)
{
    /// <summary>Chooses the alarm quantile.</summary>
    /// <param name="trials">One trial per seed.</param>
    public static AlarmChoice Choose(IReadOnlyList<AlarmTrial> trials)
    {
        AlarmPoint[] points = [.. AlarmTrial.Quantiles.Select((quantile, i) => new AlarmPoint(
            quantile,
            trials.Average(trial => trial.Points[i].FalseAlarms),
            trials.Average(trial => trial.Points[i].Detection)))];
        return new(
            points.MaxBy(point => (point.Balance, point.Quantile))!.Quantile,
            trials[0].Kinds,
            Spread.Compute([.. trials.Select(trial => trial.Auroc)]),
            points);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"alarm {Alarm}, AUROC {Auroc.Mean:0.0000} ± {Auroc.Deviation:0.0000} over {Kinds} kinds");
}
