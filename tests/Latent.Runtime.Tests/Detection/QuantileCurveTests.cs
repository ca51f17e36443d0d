namespace Latent.Runtime.Tests;

public sealed class QuantileCurveTests
{
    private const double Exact = 1e-12;

    // Scores 0, 10, 20, ... 100 at quantiles 0, 0.1, ... 1; listed thresholds take precedence.
    private static readonly QuantileCurve Curve = new(
        [(0.95, 97), (0.9, 91)],
        [.. Enumerable.Range(0, 11).Select(position => 10.0 * position)],
        rows: 99);

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.55, 55)]
    [InlineData(0.9, 91)]
    [InlineData(0.95, 97)]
    [InlineData(0.925, 94)]
    [InlineData(0.97, 98.2)]
    [InlineData(0.99, 99.4)]
    public void At_KnownQuantile_IsOnTheLineThroughItsNeighbours(double quantile, double score)
        => Assert.Equal(score, Curve.At(quantile)!.Value, Exact);

    [Fact]
    public void At_RarerThanTheRowsShow_IsUnknown()
    {
        Assert.Null(Curve.At(0.991));
        Assert.Equal(0.01, Curve.LowestRate, Exact);
    }

    [Fact]
    public void At_OutsideWhatIsListed_IsUnknown()
    {
        var curve = new QuantileCurve([(0.9, 1), (0.99, 2)], [], rows: 1_000_000);

        Assert.Null(curve.At(0.89));
        Assert.Null(curve.At(0.995));
        Assert.Equal((0.01, 0.1), (Math.Round(curve.LowestRate, 12), Math.Round(curve.HighestRate, 12)));
    }

    [Fact]
    public void At_ReferencePointAboveTheNextListed_NeverFalls()
    {
        var curve = new QuantileCurve([(0.6, 5)], [0, 8, 9], rows: 1000);

        Assert.Equal(8, curve.At(0.5));
        Assert.Equal(8, curve.At(0.6));
    }

    [Fact]
    public void At_NothingKnown_IsUnknown() => Assert.Null(new QuantileCurve([], [], rows: 1).At(0.5));
}
