using Latent.Files;

namespace Latent.Data.Tests;

public sealed class SyntheticSensorsTests
{
    private static readonly DataCatalogue Catalogue = new(new DataEnvironment { CacheFolder = "unused" });

    [Fact]
    public void Read_Default_HasOneFaultInTwentyRows()
    {
        var rows = Catalogue.Read("synthetic:sensors");

        Assert.Equal((3000, 10), (rows.Count, rows.SampleSize));
        Assert.Equal(["normal", "fault"], rows.LabelNames);
        Assert.Equal(150, rows.Labels!.Sum());
    }

    [Fact]
    public void Read_SameSettings_IsTheSameOnEveryMachine() =>
        Assert.Equal(
            "0d10968b990649a35db921e810d220cb66b12510cf322578efc39863e55583a3",
            Catalogue.Read("synthetic:sensors?count=100&seed=1").Digest);

    [Fact]
    public void Read_RowsWithAFault_AreInconsistentWithTheOtherSensors()
    {
        var rows = Catalogue.Read("synthetic:sensors?count=2000");

        // In a normal row, each sensor is the mean of its two neighbors, up to noise.
        var distances = Enumerable.Range(0, rows.Count)
            .Select(row => (Fault: rows.Labels![row] == 1, Distance: MaxDeviation(rows.Row(row))))
            .ToLookup(each => each.Fault, each => each.Distance);
        Assert.True(distances[false].Max() < distances[true].Min());
    }

    [Fact]
    public void Read_TooFew_SaysWhatIsExpected() =>
        Assert.Contains(
            "a whole number from 100 to 1000000",
            Assert.Throws<DataException>(() => Catalogue.Read("synthetic:sensors?count=9")).Message);

    private static float MaxDeviation(ReadOnlySpan<float> row)
    {
        var maximum = 0f;
        for (var i = 1; i < row.Length - 1; i++)
            maximum = Math.Max(maximum, Math.Abs(row[i] - ((row[i - 1] + row[i + 1]) / 2)));
        return maximum;
    }
}
