using System.Xml.Linq;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>Charts of the loss over epochs, then of each loss term, then of the learning rate if it changed.</summary>
internal static class LossCharts
{
    private const int TrainColour = 0;
    private const int ValidationColour = 1;

    public static IEnumerable<XElement> Create(IReadOnlyList<EpochMetrics> history)
    {
        yield return Chart(history, "loss", "The training objective (loss), mean over rows.", losses => losses.Loss);
        var terms = history[0].Train.Terms;
        for (var position = 0; position < terms.Count && terms.Count > 1; position++)
        {
            var name = terms[position].Key;
            yield return Chart(history, name, $"Loss term, unweighted: {MetricNames.Text(name)}.",
                losses => losses.Terms.Single(term => term.Key == name).Value);
        }

        if (history.Select(epoch => epoch.LearningRate).Distinct().Count() > 1)
            yield return Html.Figure("Learning rate at the end of each epoch.", LineChart.Draw(
                "Learning rate over epochs", "learning rate", [new Series(
                    "learning rate",
                    TrainColour,
                    [.. history.Select(epoch => (epoch.Epoch, epoch.LearningRate))])]));
    }

    private static XElement Chart(
        IReadOnlyList<EpochMetrics> history,
        string name,
        string caption,
        Func<LossValues, double> value) => Html.Figure(
        caption,
        LineChart.Draw(
            $"{MetricNames.Text(name)} over epochs, training and validation",
            MetricNames.Text(name),
            [.. Lines(history, value)]));

    private static IEnumerable<Series> Lines(IReadOnlyList<EpochMetrics> history, Func<LossValues, double> value)
    {
        yield return new Series("training", TrainColour, [.. history.Select(epoch => (epoch.Epoch, value(epoch.Train)))]);
        if (history.All(epoch => epoch.Validation is not null))
            yield return new Series("validation", ValidationColour, [.. history.Select(epoch => (epoch.Epoch, value(epoch.Validation!)))]);
    }
}
