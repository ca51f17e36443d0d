using Latent.Runtime;

namespace Latent.Molecules.Tests;

public sealed class RidgeRegressionTests
{
    private const int Size = 3;

    [Fact]
    public void Fit_ALine_FindsIt()
    {
        var random = new PhiloxStream(1);
        float[][] x = [.. Enumerable.Range(0, 50)
            .Select(row => Enumerable.Range(0, Size).Select(i => random.Gaussian((row * Size) + i)).ToArray())];

        var (weights, constant) = RidgeRegression.Fit(x, [.. x.Select(row => 2 + row[0] - (3.0 * row[2]))], Size, penalty: 1e-9);

        Assert.Equal([1, 0, -3], weights.Select(weight => Math.Round(weight, 6)));
        Assert.Equal(2, constant, 6);
    }

    [Fact]
    public void Fit_WithALargePenalty_IsTheMean()
    {
        var (weights, constant) = RidgeRegression.Fit([[1, 0, 0], [3, 0, 0]], [1, 5], Size, penalty: 1e9);

        Assert.All(weights, weight => Assert.Equal(0, weight, 6));
        Assert.Equal(3, constant, 6);
    }
}
