using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// Made-up readings of a machine with ten sensors: load and temperature move all of them, each with noise of its own. In a
/// twentieth of the rows one sensor reads what the others rule out; they are labelled <c>fault</c>.
/// </summary>
internal static class SyntheticSensors
{
    private const int Sensors = 10;
    private const int DefaultCount = 3000;
    private const int GreatestCount = 1_000_000;
    private const int FaultEvery = 20;

    public static DataEntry Entry { get; } = new((_, reference) => new(Make(reference), null))
    {
        Name = "synthetic:sensors",
        Title = "Made-up readings of a machine: count (3,000) rows of 10 sensors, 5 % with a sensor at fault",
        License = "MIT, part of Latent",
        Settings = ["count", "seed"],
    };

    private static Dataset Make(DataReference reference)
    {
        var count = (int)SyntheticSettings.Read(reference, "count", DefaultCount, 100, GreatestCount);
        var seed = SyntheticSettings.Read(reference, "seed", 0, 0, ulong.MaxValue);
        var values = new float[count * Sensors];
        var labels = new int[count];
        for (var row = 0; row < count; row++)
            labels[row] = Fill(new SplitMix64(seed, (ulong)row), values.AsSpan(row * Sensors, Sensors), isFault: row % FaultEvery == FaultEvery - 1) ? 1 : 0;
        return new Dataset(Entry.Name, [Sensors], values, labels, ["normal", "fault"], [.. Enumerable.Range(1, Sensors).Select(sensor => $"sensor_{sensor}")]);
    }

    private static bool Fill(SplitMix64 random, Span<float> readings, bool isFault)
    {
        var (load, warmth) = (Uniform(ref random), Uniform(ref random));
        for (var sensor = 0; sensor < Sensors; sensor++)
        {
            var share = sensor / (float)Sensors;
            readings[sensor] = (10 * (sensor + 1)) + (40 * ((share * load) + ((1 - share) * warmth))) + (10 * load * warmth) + Uniform(ref random);
        }
        if (isFault)
            readings[random.Below(Sensors)] += random.Below(2) == 0 ? 25 : -25;
        return isFault;
    }

    private static float Uniform(ref SplitMix64 random) => random.Below(1 << 20) / (float)(1 << 20);
}
