using System.Globalization;
using Latent.Training.Tables;

namespace Latent.Cli;

/// <summary>The alarm that labelled anomalies of the training part speak for.</summary>
/// <param name="Alarm">The quantile of the best mean balance; of equal ones the highest.</param>
/// <param name="Kinds">How many kinds of anomalies there are.</param>
/// <param name="Auroc">A mean over those kinds.</param>
/// <param name="Points">What each quantile would do, a mean over seeds.</param>
internal sealed record AlarmChoice(double Alarm, int Kinds, Spread Auroc, IReadOnlyList<AlarmPoint> Points)
{
    /// <summary>Chooses.</summary>
    /// <param name="trials">One a seed.</param>
    public static AlarmChoice Choose(IReadOnlyList<AlarmTrial> trials)
    {
        AlarmPoint[] points = [.. AlarmTrial.Quantiles.Select((quantile, i) => new AlarmPoint(quantile, trials.Average(trial => trial.Points[i].FalseAlarms), trials.Average(trial => trial.Points[i].Detection)))];
        return new(points.MaxBy(point => (point.Balance, point.Quantile))!.Quantile, trials[0].Kinds, Spread.Compute([.. trials.Select(trial => trial.Auroc)]), points);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"alarm {Alarm}, AUROC {Auroc.Mean:0.0000} ± {Auroc.Deviation:0.0000} over {Kinds} kinds");
}
