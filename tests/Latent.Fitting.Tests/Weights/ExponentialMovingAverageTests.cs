using static TorchSharp.torch;

namespace Latent.Fitting.Tests;

public sealed class ExponentialMovingAverageTests
{
    [Fact]
    public void Add_OverSteps_DecaysTheInitialWeightsFastAndThenSlowly()
    {
        using var layer = nn.Linear(1, 1, hasBias: false);
        using var average = new ExponentialMovingAverage(layer, decay: 0.25);

        // The decay is 2/11 after the first step, then 3/12 = 0.25, then capped at 0.25.
        Assert.Equal(3, AverageAfter(average, layer, 3), precision: 6);
        Assert.Equal((0.25 * 3) + (0.75 * 7), AverageAfter(average, layer, 7), precision: 6);
        Assert.Equal((0.25 * 6) + (0.75 * 1), AverageAfter(average, layer, 1), precision: 6);
        Assert.Equal(3, average.Steps);
    }

    [Fact]
    public void Lend_ForAWhile_PutsTheAverageIntoTheModelAndTakesItBack()
    {
        using var layer = nn.Linear(1, 1, hasBias: false);
        using var average = new ExponentialMovingAverage(layer, decay: 0.25);
        AverageAfter(average, layer, 3);
        AverageAfter(average, layer, 7);

        using (average.Lend())
            Assert.Equal(6, layer.weight!.item<float>(), precision: 6);

        Assert.Equal(7, layer.weight!.item<float>());
    }

    [Fact]
    public void Add_OfAModelWithBuffers_CopiesThem()
    {
        using var layer = nn.BatchNorm1d(1);
        using var average = new ExponentialMovingAverage(layer, decay: 0.999);
        average.Add();

        using (no_grad())
            layer.running_mean!.fill_(5);
        average.Add();

        Assert.Equal(5, average.Weights["running_mean"].item<float>());
    }

    private static double AverageAfter(ExponentialMovingAverage average, TorchSharp.Modules.Linear layer, float weight)
    {
        using (no_grad())
            layer.weight!.fill_(weight);
        average.Add();
        return average.Weights["weight"].item<float>();
    }
}
