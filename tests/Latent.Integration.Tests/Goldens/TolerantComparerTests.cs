using Latent.Tests;

namespace Latent.Integration.Tests;

public sealed class TolerantComparerTests
{
    private readonly TolerantComparer within = new(tolerance: 1e-3);

    [Theory]
    [InlineData("mean 0.5000", "mean 0.5009")]
    [InlineData("a 1000.0 b", "a 1000.9 b")]
    [InlineData("rows 3", "rows 3")]
    public void Compare_WithinTheTolerance_IsEqual(string received, string verified) =>
        Assert.Null(within.FindDifference(received, verified));

    [Theory]
    [InlineData("mean 0.5000", "mean 0.5011", "0.5 differs from 0.5011 by more than 0.001.")]
    [InlineData("rows 3", "rows 4", "The texts differ in more than their numbers.")]
    [InlineData("mean 0.5", "mean NaN", "The texts differ in more than their numbers.")]
    [InlineData("0.5 0.5", "0.5", "The texts differ in more than their numbers.")]
    public void Compare_BeyondTheTolerance_SaysWhere(string received, string verified, string difference) =>
        Assert.Equal(difference, within.FindDifference(received, verified));
}
