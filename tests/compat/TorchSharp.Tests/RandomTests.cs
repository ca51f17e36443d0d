using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class RandomTests
{
    [Fact]
    public void ManualSeed_SameSeed_GivesTheSameNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = randn(100);
        manual_seed(7);
        Assert.True(first.Equals(randn(100)));
        Assert.False(first.Equals(randn(100)));
    }

    [Fact]
    public void Randn_KnownSeed_GivesTheNumbersOfPyTorch()
    {
        manual_seed(0);
        using var x = randn(3);
        Approximately.Equal([1.5410, -0.2934, -2.1788], x, 1e-4);
    }

    [Fact]
    public void Generator_OfItsOwn_DoesNotTouchTheDefaultOne()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(4);
        manual_seed(3);
        using var generator = new Generator(11);
        var own = rand(4, generator: generator);
        Assert.True(expected.Equals(rand(4)));
        Assert.True(own.Equals(rand(4, generator: generator.manual_seed(11))));
        Assert.Equal(11, generator.initial_seed());
    }

    [Fact]
    public void State_SavedAndRestored_RepeatsTheStream()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var first = rand(5);
        set_rng_state(state);
        Assert.True(first.Equals(rand(5)));
    }
}
