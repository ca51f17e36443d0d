using Latent.Fitting;

namespace Latent.Training.Tests.Fitting.LearningRates;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void Suggest_OfASlopeBeforeADip_IsItsSteepestPoint()
    {
        // Flat at 10, down to 4 in the middle, up to 30.
        double[] losses = [10, 10, 10, 10, 9.5, 8, 5, 4.2, 4, 4.1, 6, 30];

        Assert.Equal(1e-6, LearningRateFinder.Suggest(Points(losses)));
    }

    [Fact]
    public void Suggest_WhereTheLossOnlyRises_IsNothing() =>
        Assert.Null(LearningRateFinder.Suggest(Points([1, 2, 3, 4, 5, 6])));

    [Fact]
    public void Suggest_OfNoPoints_IsNothing() => Assert.Null(LearningRateFinder.Suggest([]));

    [Fact]
    public void FindLearningRate_OfARecipe_SweepsUntilTheLossRunsAway()
    {
        var sweep = TrainingRun.FindLearningRate(TinyRuns.Variational, TinyRuns.Digits);

        Assert.Equal(LearningRateFinder.LowestRate, sweep.Points[0].Rate);
        Assert.InRange(sweep.Points.Count, 50, LearningRateFinder.MinSteps);
        Assert.Equal(sweep.Points.Select(point => point.Rate).Order(), sweep.Points.Select(point => point.Rate));
        Assert.InRange(sweep.Suggestion!.Value, 3e-4, 0.3);
    }

    [Fact]
    public void FindLearningRate_Twice_GivesTheSameCurve() => Assert.Equal(
        TrainingRun.FindLearningRate(TinyRuns.Dense, TinyRuns.Digits).Points,
        TrainingRun.FindLearningRate(TinyRuns.Dense, TinyRuns.Digits).Points);

    [Fact]
    public void FindLearningRate_TrainedAtTheSuggestion_LearnsFasterThanATenthOfIt()
    {
        var rate = TrainingRun.FindLearningRate(TinyRuns.Variational, TinyRuns.Digits).Suggestion!.Value;

        Assert.True(LossAt(rate) < LossAt(rate / 10));
    }

    // Rates a factor of ten apart, from 1e-11 on.
    private static LearningRatePoint[] Points(double[] losses) =>
        [.. losses.Select((loss, i) => new LearningRatePoint(Math.Pow(10, i - 11), loss, loss))];

    private static double LossAt(double rate)
    {
        using var folder = new Latent.Tests.TemporaryFolder();
        var recipe = TinyRuns.Variational with { Fit = TinyRuns.Variational.Fit with { LearningRate = rate } };
        return TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path }).Metrics["loss"];
    }
}
