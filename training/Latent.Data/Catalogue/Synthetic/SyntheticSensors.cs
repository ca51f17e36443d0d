using Latent.Shared;

namespace Latent.Data;

/// <summary>
/// Synthetic readings of a machine with ten sensors: all depend on load and temperature, each with independent noise. In one
/// row of twenty, one sensor is inconsistent with the others; these rows are labelled <c>fault</c>.
/// </summary>
internal static class SyntheticSensors
{
    private const int Sensors = 10;
    private const int DefaultCount = 3000;
    private const int MaxCount = 1_000_000;

    // One row in twenty has a fault.
    private const int FaultEvery = 20;

    public static DataEntry Entry { get; } = new((_, reference) => new(Make(reference), null))
    {
        Name = "synthetic:sensors",
        Title = "Synthetic machine readings: count (default 3,000) rows of 10 sensors, 5 % with a sensor fault",
        License = "MIT, part of Latent",
        Settings = ["count", "seed"],
    };

    private static Dataset Make(DataReference reference)
    {
        var count = (int)SyntheticSettings.Read(reference, "count", DefaultCount, 100, MaxCount);
        var seed = SyntheticSettings.Read(reference, "seed", 0, 0, ulong.MaxValue);
        var values = new float[count * Sensors];
        var labels = new int[count];
        for (var row = 0; row < count; row++)
        {
            var isFault = row % FaultEvery == FaultEvery - 1;
            labels[row] = Fill(new SplitMix64(seed, (ulong)row), values.AsSpan(row * Sensors, Sensors), isFault) ? 1 : 0;
        }

        string[] names = [.. Enumerable.Range(1, Sensors).Select(sensor => $"sensor_{sensor}")];
        return new Dataset(Entry.Name, new TableSchema(Sensors, names), values, labels, ["normal", "fault"]);
    }

    private static bool Fill(SplitMix64 random, Span<float> readings, bool isFault)
    {
        var (load, temperature) = (Uniform(ref random), Uniform(ref random));
        for (var sensor = 0; sensor < Sensors; sensor++)
        {
            var share = sensor / (float)Sensors;
            var mean = (10 * (sensor + 1)) + (40 * ((share * load) + ((1 - share) * temperature))) + (10 * load * temperature);
            readings[sensor] = mean + Uniform(ref random);
        }
        if (isFault)
            readings[random.Below(Sensors)] += random.Below(2) == 0 ? 25 : -25;
        return isFault;
    }

    private static float Uniform(ref SplitMix64 random) => random.Below(1 << 20) / (float)(1 << 20);
}
