using Latent.Runtime;
using Latent.Training.Evaluation;

namespace Latent.Training.Tests.Evaluation;

public sealed class PosteriorStatisticsTests
{
    [Fact]
    public void MutualInformation_OfPosteriorsThatAreThePrior_IsNone()
    {
        var codes = Noise(500);

        Assert.Equal(0, PosteriorStatistics.MutualInformation(new float[500], new float[500], codes, 1), precision: 9);
    }

    [Fact]
    public void MutualInformation_OfPosteriorsThatDoNotTouch_IsTheLogarithmOfTheirNumber()
    {
        float[] means = [.. Enumerable.Range(0, 200).Select(row => 100f * row)];

        Assert.Equal(Math.Log(200), PosteriorStatistics.MutualInformation(means, new float[200], means, 1), precision: 9);
    }

    [Fact]
    public void MutualInformation_OfAGaussianChannel_IsThatOfShannon()
    {
        // Means of variance 3/4 and posteriors of variance 1/4 give a standard normal marginal, with mutual information ½ log 4.
        var (means, noise) = (Noise(2000), Noise(2000, stream: 1));
        for (var i = 0; i < means.Length; i++)
            (means[i], noise[i]) = (means[i] * MathF.Sqrt(0.75f), (means[i] * MathF.Sqrt(0.75f)) + (noise[i] / 2));
        var variances = Enumerable.Repeat(MathF.Log(0.25f), 2000).ToArray();

        Assert.Equal(0.5 * Math.Log(4), PosteriorStatistics.MutualInformation(means, variances, noise, 1), tolerance: 0.03);
    }

    [Fact]
    public void LogRatio_OfThePosteriorThatIsThePrior_IsNone() =>
        Assert.Equal(0, PosteriorStatistics.LogRatio([0.3f, -1], [0, 0], [0, 0]), precision: 6);

    [Fact]
    public void Divergence_OfAPosterior_IsThatOfItsFormula() =>
        Assert.Equal(0.5 * ((2 * 2) + 0.5 - Math.Log(0.5) - 1), PosteriorStatistics.Divergence([2], [MathF.Log(0.5f)]), precision: 6);

    private static float[] Noise(int count, long stream = 0)
    {
        var noise = new float[count];
        new PhiloxStream(1, stream).FillGaussian(0, noise);
        return noise;
    }
}
