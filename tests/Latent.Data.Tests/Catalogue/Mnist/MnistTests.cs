namespace Latent.Data.Tests;

public sealed class MnistTests
{
    [CachedDataFact("mnist")]
    public void Open_Mnist_HasThePublishedImagesAndLabels() => Check("mnist", mean: 0.1307);

    [CachedDataFact("fashion-mnist")]
    public void Open_FashionMnist_HasThePublishedImagesAndLabels() => Check("fashion-mnist", mean: 0.2860);

    private static void Check(string name, double mean)
    {
        var splits = new DataCatalogue().Open(name, new() { Validation = SplitSize.Samples(5000) });

        Assert.Equal((55_000, 5_000, 10_000), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal([1, 28, 28], splits.Train.SampleShape);
        Assert.Equal(Enumerable.Range(0, 10), splits.Test.Labels!.Distinct().Order());
        Assert.Equal(mean, splits.Train.Values.Average(value => (double)value), 0.001);
    }
}
