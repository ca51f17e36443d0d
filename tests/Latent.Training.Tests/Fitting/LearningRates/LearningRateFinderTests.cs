using Latent.Fitting;

namespace Latent.Training.Tests.Fitting.LearningRates;

public sealed class LearningRateFinderTests
{
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

    private static double LossAt(double rate)
    {
        using var folder = new Latent.Tests.TemporaryFolder();
        var recipe = TinyRuns.Variational with { Fit = TinyRuns.Variational.Fit with { LearningRate = rate } };
        return TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path }).Metrics["loss"];
    }
}
