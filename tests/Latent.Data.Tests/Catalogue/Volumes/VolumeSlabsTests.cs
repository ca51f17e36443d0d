namespace Latent.Data.Tests;

public sealed class VolumeSlabsTests
{
    private const int Depth = 100;

    [Fact]
    public void Divide_Volume_KeepsAGapAroundTheSlabsThatAreNotTrainedOn()
    {
        var parts = VolumeSlabs.Divide("scan", Numbered(), new GrayWindow(0, byte.MaxValue), every: 1, gap: 3);

        var (train, validation, test) = (SlicesOf(parts.Train), SlicesOf(parts.Validation!), SlicesOf(parts.Test!));
        Assert.Equal(Enumerable.Range(42, 12), test);
        Assert.Equal(Enumerable.Range(60, 6), validation);
        Assert.Equal([.. Enumerable.Range(1, 38), .. Enumerable.Range(69, 31)], train);
        Assert.All(train, slice => Assert.All(test.Concat(validation), other => Assert.True(Math.Abs(slice - other) > 3)));
    }

    [Fact]
    public void Divide_EverySecondSlice_SkipsTheOthers()
    {
        var parts = VolumeSlabs.Divide("scan", Numbered(), new GrayWindow(0, byte.MaxValue), every: 2, gap: 3);

        Assert.Equal([42, 44, 46, 48, 50, 52], SlicesOf(parts.Test!));
    }

    [Fact]
    public void Divide_Images_HaveTheFrontOfTheBodyUpAndGrayLevelsOfTheWindow()
    {
        var volume = new Volume(Depth, 2, 1, [.. Enumerable.Range(0, Depth).SelectMany(_ => new[] { -1000f, 500f })]);

        var test = VolumeSlabs.Divide("scan", volume, new GrayWindow(-1000, 2000), every: 1, gap: 3).Test!;

        Assert.Equal([1, 2, 1], test.SampleShape);
        Assert.Equal([128 / 255f, 0], test.Row(0).ToArray());
        Assert.True(test.Range.IsUnit);
    }

    [Theory]
    [InlineData("-1000..2000", -1000.0, 2000.0)]
    [InlineData("0..0.5", 0.0, 0.5)]
    public void TryParse_AWindow_ReadsItsEnds(string text, double low, double high) =>
        Assert.Equal(new GrayWindow(low, high), GrayWindow.TryParse(text));

    [Theory]
    [InlineData("5..5")]
    [InlineData("5..1")]
    [InlineData("1..2..3")]
    [InlineData("wide")]
    [InlineData("0..Infinity")]
    public void TryParse_NoWindow_IsNull(string text) => Assert.Null(GrayWindow.TryParse(text));

    [CachedDataFact("mri")]
    public void Open_Mri_IsSplitIntoSlabs() => CheckOpened("mri", [1, 370, 301], (97, 10, 19), mean: 0.4721);

    [CachedDataFact("head-ct")]
    public void Open_HeadCt_IsSplitIntoSlabs() => CheckOpened("head-ct", [1, 256, 256], (76, 7, 13), mean: 0.1640);

    // A volume whose slice number is the gray level of the slice, so slice 0 is empty.
    private static Volume Numbered() => new(Depth, 1, 1, [.. Enumerable.Range(0, Depth).Select(slice => (float)slice)]);

    private static int[] SlicesOf(Dataset images) => [.. images.Values.Select(gray => (int)Math.Round(gray * byte.MaxValue))];

    private static void CheckOpened(string name, int[] shape, (int Train, int Validation, int Test) counts, double mean)
    {
        var splits = new DataCatalogue().Open(name);

        Assert.Equal(counts, (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal(shape, splits.Train.SampleShape);
        Assert.Equal(mean, splits.Test.Values.Average(value => (double)value), 0.001);
    }
}
