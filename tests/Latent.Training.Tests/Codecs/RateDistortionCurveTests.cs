using Latent.Training.Codecs;

namespace Latent.Training.Tests.Codecs;

public sealed class RateDistortionCurveTests
{
    private static readonly RateDistortionCurve Reference = new("reference", [new(0.1, 30, 0.9), new(0.2, 35, 0.95), new(0.4, 40, 0.98)]);

    [Theory]
    [InlineData(0.5, -0.5)]
    [InlineData(1, 0)]
    [InlineData(1.5, 0.5)]
    public void RateAgainst_FilesOfAShareOfTheSize_IsThatShare(double share, double expected)
    {
        var curve = new RateDistortionCurve("other", [.. Reference.Points.Select(point => point with { Bits = share * point.Bits })]);

        Assert.Equal(expected, curve.RateAgainst(Reference, point => point.Psnr)!.Value, 1e-9);
    }

    [Fact]
    public void RateAgainst_SettingsThatOverlapInPart_LooksAtThatPart()
    {
        var curve = new RateDistortionCurve("other", [new(0.05, 32.5, 0), new(0.2, 50, 0)]);

        // From 32.5 to 40 dB, the reference's log size grows by ln 2 per 5 dB, the other's by ln 4 per 17.5 dB.
        var mean = (Math.Log(0.05) + (3.75 / 17.5 * Math.Log(4))) - (Math.Log(0.1 * Math.Sqrt(2)) + (3.75 / 5 * Math.Log(2)));
        Assert.Equal(Math.Exp(mean) - 1, curve.RateAgainst(Reference, point => point.Psnr)!.Value, 1e-6);
    }

    [Fact]
    public void RateAgainst_QualitiesThatDoNotMeet_IsUnknown() =>
        Assert.Null(new RateDistortionCurve("other", [new(1, 50, 0), new(2, 60, 0)]).RateAgainst(Reference, point => point.Psnr));

    [Fact]
    public void QualityAt_BetweenAndBeyondPoints_IsOnTheLineOrUnknown()
    {
        Assert.Equal(32.5, Reference.QualityAt(0.15, point => point.Psnr)!.Value, 1e-9);
        Assert.Null(Reference.QualityAt(0.05, point => point.Psnr));
        Assert.Null(Reference.QualityAt(0.5, point => point.Psnr));
    }

    [Fact]
    public void Psnr_OfImagesThatDifferByOneLevel_IsThatOfOneLevel()
    {
        float[] image = [0, 0.5f, 1];

        Assert.Equal(10 * Math.Log10(255 * 255 * 3), ImageQuality.Psnr(image, [1 / 255f, 0.5f, 1]), 1e-9);
        Assert.Equal(100, ImageQuality.Psnr(image, image));
    }

    [Fact]
    public void MultiScaleSimilarity_OfWorseImages_Falls()
    {
        const int side = 192;
        var (random, image) = (new Random(1), new float[side * side]);
        for (var i = 0; i < image.Length; i++)
            image[i] = (float)(0.5 + (0.4 * Math.Sin(i % side / 9.0) * Math.Cos(i / side / 13.0)));
        float[] Noisy(double level) => [.. image.Select(pixel => (float)Math.Clamp(pixel + (level * (random.NextDouble() - 0.5)), 0, 1))];

        var (little, much) = (MultiScaleSimilarity.Compute(image, Noisy(0.05), side, side), MultiScaleSimilarity.Compute(
            image,
            Noisy(0.5),
            side,
            side));

        Assert.Equal(1, MultiScaleSimilarity.Compute(image, image, side, side), 1e-12);
        Assert.InRange(little, 0.97, 0.9999);
        Assert.InRange(much, 0.3, little - 0.05);
    }
}
