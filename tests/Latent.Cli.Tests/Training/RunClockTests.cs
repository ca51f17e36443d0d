namespace Latent.Cli.Tests.Training;

public sealed class RunClockTests
{
    [Theory]
    [InlineData(0, 1, 10, 90)]
    [InlineData(0, 9.5, 10, 0.526)]
    [InlineData(4, 5, 10, 50)]
    [InlineData(4, 4, 10, 0)]
    [InlineData(0, 10, 10, 0)]
    public void Remaining_AfterTenSeconds_CountsFromWhereTheRunBegan(double begin, double done, double end, double seconds) =>
        Assert.Equal(seconds, RunClock.Remaining(TimeSpan.FromSeconds(10), begin, done, end).TotalSeconds, precision: 3);

    [Fact]
    public void RemainingAt_TheFirstTime_IsNotKnown() => Assert.Equal(TimeSpan.Zero, new RunClock(end: 10).RemainingAt(3));
}
