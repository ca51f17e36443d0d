using Latent.Training.Autoencoders.Scores;

namespace Latent.Training.Tests.Autoencoders.Scores;

public sealed class ScoreCalibrationTests
{
    private static readonly float[] OneToNine = [9, 1, 8, 2, 7, 3, 6, 4, 5];

    [Theory]
    [InlineData(0.5, 5)]   // ceil(10 * 0.5) = 5th smallest
    [InlineData(0.9, 9)]   // ceil(10 * 0.9) = 9th
    [InlineData(0.81, 9)]  // ceil(8.1) = 9th
    [InlineData(0.99, 9)]  // beyond the number of scores: the largest
    public void Compute_AQuantile_IsTheConformalOne(double quantile, double expected)
    {
        var calibration = ScoreCalibration.Compute("mean_squared_error", OneToNine, [quantile]);

        Assert.Equal(expected, Assert.Single(calibration.Thresholds).Value);
    }

    [Fact]
    public void Compute_Scores_StatesTheirMoments()
    {
        var calibration = ScoreCalibration.Compute("mean_squared_error", OneToNine, [0.9, 0.999]);

        Assert.Equal(["0.90", "0.999"], calibration.Thresholds.Keys);
        Assert.Equal(5, calibration.Mean, precision: 12);
        Assert.Equal(Math.Sqrt(60.0 / 9), calibration.Deviation, precision: 12);
        Assert.Equal(9, calibration.SampleCount);
        Assert.Equal(101, calibration.ReferenceQuantiles.Count);
        Assert.Equal(
            [1, 5, 9],
            [calibration.ReferenceQuantiles[0], calibration.ReferenceQuantiles[50], calibration.ReferenceQuantiles[100]]);
    }

    [Fact]
    public void Compute_NoScores_SaysWhereTheyComeFrom()
    {
        var error = Assert.Throws<ArgumentException>(() => ScoreCalibration.Compute("mean_squared_error", [], [0.9]));

        Assert.StartsWith("Calibration needs scores of validation rows. Received: none. Increase data.validation.", error.Message);
    }
}
