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

    public static TheoryData<string, Func<Tensor>> Draws => new()
    {
        { "rand", () => rand(1001) },
        { "randn, vectorised", () => randn(1001) },
        { "randn, one by one, with a number left over", () => randn(3) },
        { "randn_like in double", () => randn_like(zeros(7, float64)) },
        { "bernoulli", () => bernoulli(full(1001, 0.3f)) },
        { "dropout", () => nn.functional.dropout(ones(1001), 0.4) },
        { "randperm", () => randperm(1001) },
        { "randint", () => randint(0, 1000, [101L]) },
        { "multinomial", () => multinomial(ones(10), 5) },
    };

    [Theory]
    [MemberData(nameof(Draws))]
    public void State_SavedAndRestored_RepeatsTheStream(string name, Func<Tensor> draw)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        draw();
        var state = get_rng_state();
        Tensor[] first = [draw(), draw()];
        Assert.False(first[0].Equals(first[1]), name);
        set_rng_state(state);
        Assert.All(first, expected => Assert.True(expected.Equals(draw()), name));
    }

    [Fact]
    public void State_AsBytesOnDisk_RepeatsTheStream()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        Assert.Equal(ScalarType.Byte, state.dtype);
        var bytes = state.data<byte>().ToArray();
        var expected = randn(33);
        set_rng_state(tensor(bytes));
        Assert.True(expected.Equals(randn(33)));
    }

    [Fact]
    public void State_OfOneGenerator_MovesToAnother()
    {
        using var scope = NewDisposeScope();
        using var source = new Generator(11);
        using var target = new Generator(12);
        randn(3, generator: source);
        target.set_state(source.get_state());
        Assert.True(randn(33, generator: source).Equals(randn(33, generator: target)));
    }
}
