namespace Latent.Codecs.Tests;

/// <summary>An entropy model with random weights and narrow tables, so that escapes occur.</summary>
internal static class SampleEntropy
{
    public const int Channels = 5;

    private const int Hidden = 6;
    private const int Rates = 2;
    private const int Phases = 4;
    private const int Scales = 8;

    public static EntropyModel Model { get; } = new()
    {
        Channels = Channels,
        Stride = 8,
        Rates = Rates,
        Hidden = Hidden,
        Gains = [.. Enumerable.Range(0, Rates * Channels).Select(position => 2f + position)],
        Steps = [.. Enumerable.Range(0, Rates * Channels).Select(position => 1 / (2f + position))],
        Rounding = 0.5f,
        HiddenBiases = Integers(1, Rates * Hidden, 1 << 14),
        HiddenWeights = Integers(2, Hidden * EntropyModel.Neighbours * 2 * Channels, 1 << 11),
        OutputBiases = Integers(3, Rates * 2 * Channels, 1 << 18),
        OutputWeights = Integers(4, 2 * Channels * Hidden, 1 << 11),
        Phases = Phases,
        LowestScale = -500,
        ScaleStep = 150,
        Tables = [.. Enumerable.Range(0, Scales * Phases).Select(Table)],
    };

    /// <summary>Creates random latents: mostly small, a few up to the maximum magnitude.</summary>
    public static LatentGrid Latents(int seed, int rows, int columns)
    {
        var random = new Random(seed);
        var grid = LatentGrid.Empty(Channels, rows, columns);
        for (var i = 0; i < grid.Values.Length; i++)
            grid.Values[i] = random.Next(100) switch
            {
                0 => random.Next(-LatentGrid.Largest, LatentGrid.Largest + 1),
                < 30 => random.Next(
                -4,
                5),
                _ => 0
            };
        return grid;
    }

    private static int[] Integers(int seed, int count, int size)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(-size, size))];
    }

    private static FrequencyTable Table(int position)
    {
        var side = 500 * (1 + (position / Phases));
        return new FrequencyTable(-2, [side, 2 * side, FrequencyTable.Total - (6 * side) - 1, 2 * side, side, 1]);
    }
}
