namespace Latent.Codecs.Tests;

/// <summary>A small entropy model with arbitrary values.</summary>
internal static class SmallEntropy
{
    public static EntropyModel Create(int channels = 2, int rates = 2, int hidden = 3) => new()
    {
        Channels = channels,
        Stride = 8,
        Rates = rates,
        Hidden = hidden,
        Gains = [.. Enumerable.Range(1, rates * channels).Select(position => (float)position)],
        Steps = [.. Enumerable.Range(1, rates * channels).Select(position => 1f / position)],
        Rounding = 0.5f,
        HiddenBiases = Integers(rates * hidden),
        HiddenWeights = Integers(hidden * EntropyModel.Neighbours * 2 * channels),
        OutputBiases = Integers(rates * 2 * channels),
        OutputWeights = Integers(2 * channels * hidden),
        Phases = 1,
        LowestScale = -768,
        ScaleStep = 48,
        Tables = [new FrequencyTable(-1, [1000, 63535, 1000, 1]), new FrequencyTable(0, [65535, 1])],
    };

    private static int[] Integers(int count) => [.. Enumerable.Range(0, count).Select(position => (position % 7) - 3)];
}
