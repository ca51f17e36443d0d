namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class BetaBinomialTests
{
    // With a = b = 1 every count is equally likely.
    [Fact]
    public void Interval_OfAFlatDistribution_CutsEqualTails() => Assert.Equal((4, 95), BetaBinomial.Interval(99, 1, 1, outside: 0.09));

    // With a and b large it is the binomial: mean 100, deviation 9.5.
    [Fact]
    public void Interval_OfManyCalibrationRows_IsThatOfABinomial()
    {
        var (low, high) = BetaBinomial.Interval(1000, 1e9, 9e9, outside: 0.0027);

        Assert.InRange(low, 100 - 29, 100 - 27);
        Assert.InRange(high, 100 + 28, 100 + 30);
    }
}
