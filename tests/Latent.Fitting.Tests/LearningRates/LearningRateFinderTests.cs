namespace Latent.Fitting.Tests;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void Suggest_OfASlopeBeforeADip_IsItsSteepestPoint()
    {
        // The loss is flat at 10, falls to 4, and rises to 30.
        double[] losses = [10, 10, 10, 10, 9.5, 8, 5, 4.2, 4, 4.1, 6, 30];

        Assert.Equal(1e-6, LearningRateFinder.Suggest(Points(losses)));
    }

    [Fact]
    public void Suggest_WhereTheLossOnlyRises_IsNothing() =>
        Assert.Null(LearningRateFinder.Suggest(Points([1, 2, 3, 4, 5, 6])));

    [Fact]
    public void Suggest_OfNoPoints_IsNothing() => Assert.Null(LearningRateFinder.Suggest([]));

    // The rates increase tenfold from 1e-11.
    private static LearningRatePoint[] Points(double[] losses) =>
        [.. losses.Select((loss, i) => new LearningRatePoint(Math.Pow(10, i - 11), loss, loss))];
}
