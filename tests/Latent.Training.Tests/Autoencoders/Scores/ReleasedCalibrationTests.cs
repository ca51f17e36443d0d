using Latent.Shared;
using Latent.Training.Autoencoders.Scores;

namespace Latent.Training.Tests.Autoencoders.Scores;

/// <summary>The share of normal rows above the threshold of quantile q is 1 - q, on rows that a released bundle never saw.</summary>
public sealed class ReleasedCalibrationTests
{
    // One interval in a thousand is missed by chance; there are about two hundred.
    private const double Outside = 0.001;
    private const ulong Seed = 1;

    // Published test rows that were collected differently from the training rows: digits of other people that are
    // easier to reconstruct, connections of other weeks. On the first, at most as many rows as the threshold states are
    // alarms; on the second, nothing is guaranteed.
    private const string OtherPeople = "mnist";
    private const string OtherWeeks = "nslkdd";

    public static TheoryData<string> Names() => [.. CalibratedBundle.Names[true]];

    public static TheoryData<string> NamesOfOneSource()
        => [.. CalibratedBundle.Names[true].Where(name => !name.StartsWith(OtherWeeks, StringComparison.Ordinal))];

    [AllDataFact]
    public void Names_OfBundlesThatAreTested_AreAll() => Assert.Empty(CalibratedBundle.Names[false]);

    [Theory]
    [MemberData(nameof(NamesOfOneSource))]
    public void Thresholds_OnRowsThatWereNeverSeen_AreExceededByTheirShare(string name)
    {
        var bundle = CalibratedBundle.Open(name);

        Assert.True(bundle.IsOfTheseRows, "the rows were split differently in training");
        foreach (var (quantile, threshold) in bundle.Calibration.Thresholds)
        {
            var above = bundle.Test.Count(score => score > threshold);
            var (low, high) = Interval(bundle.Test.Length, (int)bundle.Calibration.SampleCount, CalibratedBundle.QuantileOf(quantile));
            Assert.InRange(above, name.StartsWith(OtherPeople, StringComparison.Ordinal) ? 0 : low, high);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Thresholds_OfHalfTheCalibrationRows_AreExceededByTheirShareOfTheOtherHalf(string name)
    {
        var bundle = CalibratedBundle.Open(name);
        var order = SeededShuffle.Permutation(bundle.Validation.Length, Seed);
        var (chosen, others) = (order[..(order.Length / 2)], order[(order.Length / 2)..]);

        var calibration = ScoreCalibration.Compute(
            "score",
            Array.ConvertAll(chosen, row => bundle.Validation[row]),
            bundle.Calibration.Thresholds.Keys.Select(CalibratedBundle.QuantileOf));

        foreach (var (quantile, threshold) in calibration.Thresholds)
        {
            var (low, high) = Interval(others.Length, chosen.Length, CalibratedBundle.QuantileOf(quantile));
            Assert.InRange(others.Count(row => bundle.Validation[row] > threshold), low, high);
        }
    }

    private static (int Low, int High) Interval(int rows, int calibrated, double quantile)
    {
        var rank = Math.Clamp((int)Math.Ceiling(((calibrated + 1) * quantile) - 1e-9), 1, calibrated);
        return BetaBinomial.Interval(rows, calibrated + 1 - rank, rank, Outside);
    }
}
