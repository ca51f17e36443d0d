namespace Latent.Runtime.Tests;

public sealed class InverseNormalTests
{
    // Expected values from Python's statistics.NormalDist().inv_cdf, the same algorithm with the C library's logarithm.
    [Theory]
    [InlineData(1.1641532182693481e-10, -6.337957754553789)]
    [InlineData(1e-07, -5.199337582192817)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.0249, -1.9616778690637862)]
    [InlineData(0.075, -1.4395314709384557)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.7, 0.5244005127080407)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9999999998835847, 6.337957754553789)]
    public void At_Probability_AgreesToFourteenDigits(double probability, double expected) =>
        Assert.Equal(expected, InverseNormal.At(probability), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Log_ManyValues_AgreesWithTheLibraryToTwoUlps()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var value = Math.Pow(2, -40 * random.NextDouble()) * (1 - random.NextDouble() / 2);
            Assert.Equal(Math.Log(value), InverseNormal.Log(value), 4.5e-16 * Math.Max(1, -Math.Log(value)));
        }
    }
}
