namespace Latent.Runtime.Tests;

public sealed class PosteriorSamplerTests
{
    private static readonly PhiloxStream Noise = new(7, 1);
    private static readonly float[] Mean = [1, -2, 0.5f];
    private static readonly float[] LogVariance = [0, -1, 2.5f];

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Fill_MoreCodesThanMeans_IsTheFormulaValueByValue(long start)
    {
        var codes = new float[1001];

        new PosteriorSampler(Noise).Fill(start, Mean, LogVariance, codes, temperature: 0.7f);

        for (var i = 0; i < codes.Length; i++)
            Assert.Equal(Mean[i % 3] + (0.7f * MathF.Exp(LogVariance[i % 3] / 2) * Noise.Gaussian(start + i)), codes[i]);
    }

    [Fact]
    public void Fill_OverTheMean_IsTheSameAsBesideIt()
    {
        float[] mean = [.. Mean];
        var codes = new float[3];

        new PosteriorSampler(Noise).Fill(0, mean, LogVariance, codes);
        new PosteriorSampler(Noise).Fill(0, mean, LogVariance, mean);

        Assert.Equal(codes, mean);
    }

    [Fact]
    public void Sample_NoNoise_IsTheMean() => Assert.Equal(1.5f, PosteriorSampler.Sample(1.5f, 3, 0));
}
