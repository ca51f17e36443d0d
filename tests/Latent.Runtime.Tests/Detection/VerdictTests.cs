namespace Latent.Runtime.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(3, 0.412f, 0.187, "row 3: score 0.412 > threshold 0.187")]
    [InlineData(0, 0.1f, 0.187, "row 0: score 0.1 <= threshold 0.187")]
    [InlineData(12, 105.4321f, 130.0, "row 12: score 105 <= threshold 130")]
    [InlineData(12, 12345.6f, 1000.0, "row 12: score 12346 > threshold 1000")]
    [InlineData(1, 0.18712f, 0.187, "row 1: score 0.1871 > threshold 0.187")]
    [InlineData(1, 0.5f, 0.5, "row 1: score 0.5 <= threshold 0.5")]
    [InlineData(1, 0.00001234f, 0.5, "row 1: score 1.23E-05 <= threshold 0.5")]
    public void ToString_ScoreAndThreshold_ReadsAsASentence(long row, float score, double threshold, string expected) =>
        Assert.Equal(expected, new Verdict(row, score, threshold).ToString());

    [Fact]
    public void Threshold_ImpossibleNumbers_AreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Threshold.Value(double.PositiveInfinity));
    }
}
