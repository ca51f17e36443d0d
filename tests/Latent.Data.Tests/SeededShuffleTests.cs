using Latent.Shared;

namespace Latent.Data.Tests;

public sealed class SeededShuffleTests
{
    [Fact]
    public void SplitMix64_PublishedSeed_GivesThePublishedNumbers()
    {
        // Reference values of the published C implementation for seed 1234567.
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            new[] { random.Next(), random.Next(), random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void Permutation_SameSeed_IsTheSameOnEveryMachine() =>
        Assert.Equal("8 3 6 5 4 0 9 2 1 7", string.Join(' ', SeededShuffle.Permutation(10, seed: 42)));

    [Fact]
    public void Permutation_OfAnyCount_HoldsEachNumberOnce()
    {
        foreach (var count in new[] { 0, 1, 2, 1000 })
            Assert.Equal(Enumerable.Range(0, count), SeededShuffle.Permutation(count, seed: 7).Order());
    }

    [Fact]
    public void Permutation_OtherSeedOrStream_IsAnother()
    {
        var first = SeededShuffle.Permutation(100, seed: 1);

        Assert.NotEqual(first, SeededShuffle.Permutation(100, seed: 2));
        Assert.NotEqual(first, SeededShuffle.Permutation(100, seed: 1, stream: 1));
        Assert.NotEqual(SeededShuffle.Permutation(100, seed: 2), SeededShuffle.Permutation(100, seed: 1, stream: 2));
    }

    [Fact]
    public void Below_ManySamples_AreEvenlySpread()
    {
        const int Samples = 60_000;
        var counts = new int[6];
        var random = new SplitMix64(3);
        for (var i = 0; i < Samples; i++)
            counts[random.Below(6)]++;

        // More than five standard deviations around 10,000.
        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }
}
