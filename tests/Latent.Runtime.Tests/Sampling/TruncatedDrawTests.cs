namespace Latent.Runtime.Tests;

public sealed class TruncatedDrawTests
{
    private const double Bound = 1.5;

    private static readonly PhiloxStream Stream = new(42, 3);

    [Fact]
    public void FillTruncatedGaussian_AnyPortions_GivesTheSameNumbers()
    {
        var whole = new float[101];
        Stream.FillTruncatedGaussian(7, whole, Bound);

        for (var length = 1; length <= 9; length++)
        {
            var parts = new float[whole.Length];
            for (var start = 0; start < parts.Length; start += length)
                Stream.FillTruncatedGaussian(7 + start, parts.AsSpan(start, Math.Min(length, parts.Length - start)), Bound);
            Assert.Equal(whole, parts);
        }
        Assert.Equal(whole[3], Stream.TruncatedGaussian(10, Bound));
    }

    [Fact]
    public void TruncatedGaussian_SampleWithinTheBound_IsTheSameAsWithoutOne()
    {
        for (var index = 0; index < 1000; index++)
        {
            var (plain, truncated) = (Stream.Gaussian(index), Stream.TruncatedGaussian(index, Bound));
            Assert.InRange(truncated, -Bound, Bound);
            Assert.Equal(Math.Abs(plain) <= Bound, plain == truncated);
        }
    }

    // Contract: attempt a at an index is the number at the same index of stream + a * 2^32.
    [Fact]
    public void TruncatedGaussian_SampleBeyondTheBound_IsOfTheNextAttemptWithinIt()
    {
        var index = Enumerable.Range(0, 1000).First(
            position =>
                Math.Abs(Stream.Gaussian(position)) > 0.2 && Math.Abs(new PhiloxStream(42, 3 + (1L << 32)).Gaussian(position)) > 0.2);
        var attempt = Enumerable.Range(1, 1000)
            .First(number => Math.Abs(new PhiloxStream(42, 3 + ((long)number << 32)).Gaussian(index)) <= 0.2);

        Assert.True(attempt > 1);
        Assert.Equal(new PhiloxStream(42, 3 + ((long)attempt << 32)).Gaussian(index), Stream.TruncatedGaussian(index, 0.2));
    }

    [Fact]
    public void TruncatedGaussian_ManySamples_HaveTheMomentsOfATruncatedNormal()
    {
        const int Count = 200_000;
        var samples = new float[Count];
        Stream.FillTruncatedGaussian(0, samples, Bound);

        // Variance 1 - 2 b φ(b) / (2 Φ(b) - 1) = 0.5515; the ranges are five standard errors of the mean and the variance.
        Assert.InRange(samples.Average(x => (double)x), -0.0084, 0.0084);
        Assert.InRange(samples.Average(x => (double)x * x), 0.5515 - 0.0065, 0.5515 + 0.0065);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void TruncatedGaussian_NoBound_IsRejected(double bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.TruncatedGaussian(0, bound));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.FillTruncatedGaussian(0, new float[1], bound));
    }
}
