
namespace Latent.Fitting.Tests;

public sealed class LearningRateScheduleTests
{
    private const int Epochs = 10;

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(3.7, 0.8)]
    [InlineData(5, 1)]
    [InlineData(7, 0.9025)]
    public void Factor_OfWarmupAndDecay_IsThePublishedOne(double progress, double expected)
    {
        var schedule = new LearningRateSchedule(
            new LearningRateScheduleOptions { Kind = LearningRateScheduleKind.WarmupDecay, WarmupEpochs = 5, Decay = 0.95 },
            Epochs);

        Assert.Equal(expected, schedule.Factor(progress), precision: 12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.55)]
    [InlineData(10, 0.1)]
    public void Factor_OfACosine_FallsToItsMinimum(double progress, double expected)
    {
        var schedule = new LearningRateSchedule(
            new LearningRateScheduleOptions { Kind = LearningRateScheduleKind.Cosine, Minimum = 0.1 },
            Epochs);

        Assert.Equal(expected, schedule.Factor(progress), precision: 12);
    }

    [Theory]
    [InlineData(2.9, 1)]
    [InlineData(3, 0.5)]
    [InlineData(6, 0.25)]
    public void Factor_OfSteps_FallsEveryFewEpochs(double progress, double expected)
    {
        var schedule = new LearningRateSchedule(
            new LearningRateScheduleOptions { Kind = LearningRateScheduleKind.Step, StepEpochs = 3, Decay = 0.5 },
            Epochs);

        Assert.Equal(expected, schedule.Factor(progress), precision: 12);
    }
}
