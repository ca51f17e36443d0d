namespace Latent.Data.Tests;

public sealed class SyntheticDigitsTests
{
    private static readonly DataCatalogue Catalogue = new(new DataEnvironment { CacheFolder = "unused" });

    [Fact]
    public void Open_Default_HasFourThousandAndOneThousand()
    {
        var splits = Catalogue.Open("synthetic:digits", new() { Validation = SplitSize.None });

        Assert.Equal((4000, 1000), (splits.Train.Count, splits.Test.Count));
        Assert.Equal([1, 28, 28], splits.Train.SampleShape);
        Assert.Equal(Enumerable.Range(0, 10), splits.Train.Labels!.Distinct().Order());
        Assert.Equal(ValueRange.Unit, ValueRange.Compute(splits.Train.Values));
    }

    [Fact]
    public void Open_SameSettings_IsTheSameOnEveryMachine() =>
        Assert.Equal(
            "db3856ec33ae1675390b921c90dc80d8cad49050017be9efbd4de5a5bf441d90",
            Catalogue.Open("synthetic:digits?count=100&seed=1").Digest);

    [Fact]
    public void Open_OtherSeed_IsAnother() =>
        Assert.NotEqual(Catalogue.Open("synthetic:digits?count=20").Digest, Catalogue.Open("synthetic:digits?count=20&seed=1").Digest);

    [Fact]
    public void Open_EveryDigit_HasInkAndPaperAndStaysInsideTheImage()
    {
        var train = Catalogue.Open("synthetic:digits?count=500").Train;
        for (var i = 0; i < train.Count; i++)
        {
            var image = train.Row(i).ToArray();
            Assert.InRange(image.Average(), 0.02f, 0.5f);
            Assert.Contains(1f, image);
            Assert.All(image[..28].Concat(image[^28..]), value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void Open_ImagesOfOneDigit_ResembleEachOtherMoreThanOthers()
    {
        var train = Catalogue.Open("synthetic:digits?count=500").Train;
        var means = Enumerable.Range(0, 10).Select(digit => Mean(train, digit)).ToArray();

        var right = Enumerable.Range(0, train.Count).Count(i => Nearest(means, train.Row(i)) == train.Labels![i]);

        // Chance accuracy is 0.1; classification by the nearest mean image is far better.
        Assert.InRange(right / (double)train.Count, 0.6, 1);
    }

    private static float[] Mean(Dataset data, int digit)
    {
        var rows = Enumerable.Range(0, data.Count).Where(i => data.Labels![i] == digit).ToArray();
        return [.. Enumerable.Range(0, data.SampleSize).Select(pixel => rows.Average(row => data.Row(row)[pixel]))];
    }

    private static int Nearest(float[][] means, ReadOnlySpan<float> image)
    {
        var best = (Digit: -1, Distance: float.MaxValue);
        for (var digit = 0; digit < means.Length; digit++)
        {
            var distance = 0f;
            for (var i = 0; i < image.Length; i++)
                distance += (image[i] - means[digit][i]) * (image[i] - means[digit][i]);
            if (distance < best.Distance) best = (digit, distance);
        }

        return best.Digit;
    }
}
