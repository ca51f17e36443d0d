namespace Latent.Data.Tests;

public sealed class MagneticTilesTests
{
    [CachedDataFact("magnetic-tile")]
    public void Open_MagneticTile_SplitsByTileAndKeepsDefectsForTheTest()
    {
        var data = new DataCatalogue().Open("magnetic-tile");

        Assert.Equal(692, data.Train.Count + data.Validation.Count + data.Test.Count);
        Assert.Equal([1, 128, 128], data.Train.SampleShape);
        Assert.InRange(data.Train.Count, 160, 170);
        Assert.InRange(data.Validation.Count, 40, 50);
        Assert.Equal(["blowhole", "break", "crack", "fray", "free", "uneven"], data.Test.LabelNames);
        Assert.All(data.Train.Labels!.Concat(data.Validation.Labels!), label => Assert.Equal("free", data.Train.LabelNames![label]));
        Assert.Equal(
            [115, 85, 57, 32, 103],
            data.Test.LabelGroups.Values.Select(kind => data.Test.Labels!.Count(label => kind.Contains(data.Test.LabelNames![label]))));
    }

    [CachedDataFact("magnetic-tile")]
    public void Open_MagneticTile_HasMasksOfDefectsAlone()
    {
        var test = new DataCatalogue().Open("magnetic-tile").Test;

        var withDefect = Enumerable.Range(0, test.Count).Where(row => test.Subset([row]).Masks!.Contains((byte)1)).ToArray();

        Assert.DoesNotContain(withDefect, row => test.LabelNames![test.Labels![row]] == "free");

        // A few blowholes are smaller than a pixel at 128 x 128.
        Assert.InRange(withDefect.Length, 380, 392);
    }

    [CachedDataFact("magnetic-tile")]
    public void Open_AnotherSeed_TakesOtherTiles()
    {
        var (one, other) = (new DataCatalogue().Open("magnetic-tile"), new DataCatalogue().Open("magnetic-tile", new() { Seed = 1 }));

        Assert.NotEqual(one.Train.Digest, other.Train.Digest);
        Assert.Equal(one.Digest, new DataCatalogue().Open("magnetic-tile").Digest);
    }
}
