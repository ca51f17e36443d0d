using Latent.Training.Autoencoders.Objectives;

namespace Latent.Training.Tests.Autoencoders.Objectives;

public sealed class BetaScheduleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7.5)]
    public void At_WithoutAnnealing_IsBeta(double progress) => Assert.Equal(4, new BetaSchedule(4, null).At(progress));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2.5, 2)]
    [InlineData(5, 4)]
    [InlineData(30, 4)]
    public void At_Linear_GrowsFromZeroOnce(double progress, double weight) =>
        Assert.Equal(weight, new BetaSchedule(4, new AnnealingSettings { Kind = AnnealingKind.Linear, Epochs = 5 }).At(progress));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3.5, 4)]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    public void At_Cyclical_GrowsInTheFirstHalfOfEachCycle(double progress, double weight) =>
        Assert.Equal(weight, new BetaSchedule(4, new AnnealingSettings { Kind = AnnealingKind.Cyclical, Epochs = 4 }).At(progress));
}
