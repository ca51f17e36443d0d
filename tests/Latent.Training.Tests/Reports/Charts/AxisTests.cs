using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class AxisTests
{
    public static TheoryData<double, double, double[]> Spans() => new()
    {
        { 0, 10, [0, 2, 4, 6, 8, 10] },
        { 110.5, 139.1, [110, 120, 130, 140] },
        { 0.0003, 0.001, [0.0002, 0.0004, 0.0006, 0.0008, 0.001] },
        { -3.2, 4.1, [-4, -2, 0, 2, 4, 6] },
        { 5, 5, [4.4, 4.6, 4.8, 5, 5.2, 5.4, 5.6] },
        { 0, 0, [-1, -0.5, 0, 0.5, 1] },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void Rounded_Span_EndsAtRoundTicks(double low, double high, double[] expected)
    {
        var axis = Axis.Rounded(low, high);

        Assert.Equal(expected, axis.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal((expected[0], expected[^1]), (Math.Round(axis.Low, 9), Math.Round(axis.High, 9)));
    }

    [Fact]
    public void Exact_OfThreeEpochs_HasIntegerTicks() => Assert.Equal([1, 2, 3], Axis.Exact(1, 3, leastStep: 1).Ticks);

    [Fact]
    public void Exact_Span_StartsAndEndsWhereRequested()
    {
        var axis = Axis.Exact(1, 60);

        Assert.Equal((0, 1), (axis.ShareAt(1), axis.ShareAt(60)));
        Assert.Equal([20, 40, 60], axis.Ticks);
    }

    [Fact]
    public void Ticks_AtZero_HaveNoMinus() => Assert.Equal("0", NumberText.Short(Axis.Rounded(0, 80).Ticks.First()));

    [Theory]
    [InlineData(0, new double[] { 1, 10 })]
    [InlineData(800, new double[] { 1, 10, 100, 1000 })]
    public void LogCounts_OfCounts_MarksPowersOfTen(long max, double[] expected)
    {
        var axis = Axis.LogCounts(max);

        Assert.Equal(expected, axis.Ticks);
        Assert.InRange(axis.ShareAt(1), 0.01, 0.3);
        Assert.Equal(1, axis.ShareAt(expected[^1]));
    }
}
