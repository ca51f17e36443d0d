namespace Latent.Runtime.Tests;

public sealed class PhiloxStreamTests
{
    [Fact]
    public void Word_FirstBlockOfSeedZero_IsThePublishedVector()
    {
        var stream = new PhiloxStream(0);

        Assert.Equal(
            [0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u],
            [stream.Word(0), stream.Word(1), stream.Word(2), stream.Word(3)]);
    }

    [Fact]
    public void Word_SeedAndStream_FillKeyAndUpperCounter()
    {
        var stream = new PhiloxStream(0x299f31d0a4093822, 0x0370734413198a2e);

        // Block 0x85a308d3243f6a88 is beyond 2^63 / 4 words, so a lower block is checked against the function itself.
        Assert.Equal(
            Philox4x32.Block((0x243f6a88u, 0x05a308d3u, 0x13198a2eu, 0x03707344u), (0xa4093822u, 0x299f31d0u)).W2,
            stream.Word(0x05a308d3243f6a88 * 4 + 2));
    }

    [Fact]
    public void FillGaussian_AnyPortions_GivesTheSameNumbers()
    {
        var stream = new PhiloxStream(42);
        var whole = new float[101];
        stream.FillGaussian(7, whole);

        for (var length = 1; length <= 9; length++)
        {
            var parts = new float[whole.Length];
            for (var start = 0; start < parts.Length; start += length)
                stream.FillGaussian(7 + start, parts.AsSpan(start, Math.Min(length, parts.Length - start)));
            Assert.Equal(whole, parts);
        }
        Assert.Equal(whole[3], stream.Gaussian(10));
    }

    // Contract: these bits are the same on every machine and in every version.
    [Fact]
    public void Gaussian_Seed42_GivesThePinnedBits() => Assert.Equal(
        PinnedBits, Enumerable.Range(0, 6).Select(index => BitConverter.SingleToUInt32Bits(new PhiloxStream(42).Gaussian(index))));

    [Fact]
    public void Gaussian_ManySamples_HaveTheMomentsOfANormal()
    {
        const int Count = 200_000;
        var samples = new float[Count];
        new PhiloxStream(1).FillGaussian(0, samples);

        // Five standard errors of each moment: sqrt(1/n), sqrt(2/n), sqrt(96/n).
        Assert.InRange(samples.Average(x => (double)x), -0.0112, 0.0112);
        Assert.InRange(samples.Average(x => (double)x * x), 1 - 0.0158, 1 + 0.0158);
        Assert.InRange(samples.Average(x => Math.Pow(x, 4)), 3 - 0.11, 3 + 0.11);
        Assert.InRange(samples.Count(x => Math.Abs(x) > 1.959964f) / (double)Count, 0.05 - 0.0025, 0.05 + 0.0025);
    }

    [Fact]
    public void Gaussian_OtherSeedOrStream_GivesOtherNumbers()
    {
        Assert.NotEqual(new PhiloxStream(1).Gaussian(0), new PhiloxStream(2).Gaussian(0));
        Assert.NotEqual(new PhiloxStream(1).Gaussian(0), new PhiloxStream(1, 1).Gaussian(0));
    }

    [Fact]
    public void Uniform_EveryWord_IsInsideTheUnitInterval()
    {
        var stream = new PhiloxStream(5);

        Assert.All(Enumerable.Range(0, 1000), index => Assert.InRange(stream.Uniform(index), double.Epsilon, 1 - 1e-16));
    }

    private static uint[] PinnedBits => [0x3e92f728u, 0xbda16e33u, 0xbfb9dfa1u, 0xbed1fa53u, 0x400fe2b3u, 0xbee5650fu];
}
