using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class DataCatalogueTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Entries_BuiltIn_AreTheseDataSets() =>
        Assert.Equal(["mnist", "fashion-mnist", "verses", "movietweetings", "supermarket", "nsl-kdd", "ionosphere", "mri", "head-ct", "magnetic-tile", "zinc250k", "nci", "synthetic:digits", "synthetic:sensors"], Catalogue().Entries.Select(entry => entry.Name));

    [Fact]
    public void Constructor_NameTwice_IsAnError()
    {
        var entry = Catalogue().Entries[0];

        var error = Assert.Throws<ArgumentException>(
            () => new DataCatalogue([entry, entry], new DataEnvironment { CacheFolder = folder.Path }));

        Assert.StartsWith("The catalogue contains the name \"mnist\" twice.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownName_NamesTheNearestAndLists()
    {
        var error = Assert.Throws<DataException>(() => Catalogue().Open("fashion-mnst"));

        Assert.Equal(
            "Unknown data set \"fashion-mnst\".\nFix: Did you mean \"fashion-mnist\"? Known data sets: " +
            "mnist, fashion-mnist, verses, movietweetings, supermarket, nsl-kdd, ionosphere, mri, head-ct, magnetic-tile, zinc250k, " +
            "nci, synthetic:digits, synthetic:sensors. "
            + "A path to an image folder (./images) or to a .csv, .tsv, .parquet, .npy, .npz, .txt or .smi file also works.",
            error.Message);
    }

    [Fact]
    public void GetState_OfEachKind_IsWhetherItCanBeOpened()
    {
        using var small = new SmallCatalogue();
        var catalogue = small.Over();

        Assert.Equal(DataState.Generated, Catalogue().GetState(Catalogue().Find("synthetic:digits?count=20")));
        Assert.Equal(DataState.NotFetched, catalogue.GetState(catalogue.Find("small")));
        small.Put(SmallCatalogue.Content);
        Assert.Equal(DataState.Cached, catalogue.GetState(catalogue.Find("small")));
    }

    [Fact]
    public void GetPath_OfNamedFiles_IsTheirFolder()
    {
        Assert.Equal(folder["mnist"], Catalogue().GetPath("mnist"));
        Assert.Equal(
            "The data set is generated and has no files.",
            Assert.Throws<DataException>(() => Catalogue().GetPath("synthetic:digits")).Problem);
    }

    [Fact]
    public void Open_CachedFiles_AreReadAndDivided()
    {
        using var small = new SmallCatalogue();
        small.Put(SmallCatalogue.Content);

        var splits = small.Over().Open("small?validation=10&test=0.2");

        Assert.Equal((30, 10, 10), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
    }

    [Fact]
    public void Open_UnknownSettingOfAName_ListsTheKnown()
    {
        var error = Assert.Throws<DataException>(() => Catalogue().Open("synthetic:digits?counts=20"));

        Assert.Equal(
            "Unknown setting \"counts\".\nWhere: data \"synthetic:digits?counts=20\"\nFix: Did you mean \"count\"? Known settings: " +
            "count, seed, test, validation.",
            error.Message);
    }

    [Theory]
    [InlineData("synthetic:digits?count=9", "a whole number from 10 to 1000000")]
    [InlineData("synthetic:digits?count=many", "a whole number from 10 to 1000000")]
    [InlineData("synthetic:digits?validation=2.5", "a count (1000) or a fraction (0.1)")]
    [InlineData("./folder?shape=28x28", "channels x height x width, such as 1x28x28")]
    [InlineData("./folder?resize=yes", "true or false")]
    public void Open_InvalidSetting_SaysWhatIsExpected(string reference, string expected)
    {
        var error = Assert.Throws<DataException>(() => Catalogue().Open(reference));

        Assert.Equal(expected, error.Expected);
        Assert.Equal($"data \"{reference}\"", error.Where);
    }

    [Fact]
    public void Open_Csv_TakesSettingsFromTheReference()
    {
        var path = folder.Write(
            "cars.csv",
            "speed,make,weight\n" + string.Join('\n', Enumerable.Range(0, 20).Select(i => $"{i},{(i % 2 == 0 ? "ford" : "audi")},{i}.5")));

        var splits = new DataCatalogue(new() { CacheFolder = folder.Path }).Open($"{path}?label=make&validation=5&test=5");

        Assert.Equal((10, 5, 5), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal("cars", splits.Name);
        Assert.Equal(["speed", "weight"], splits.Train.FeatureNames!);
        Assert.Equal(["audi", "ford"], splits.Train.LabelNames!);
    }

    [Fact]
    public void Read_Npy_KeepsRowsInOrder()
    {
        NpyFile.Write(folder["x.npy"], [0, 1, 2, 3, 4, 5], 3, 2);

        var data = Catalogue().Read(folder["x.npy"]);

        Assert.Equal([0, 1, 2, 3, 4, 5], data.Values);
        Assert.Equal([2], data.SampleShape);
    }

    [Fact]
    public void Read_NpyOfByteImages_IsScaledByItsType()
    {
        var data = Catalogue().Read(folder.Write("x.npy", NpyBytes.Create("|u1", false, "(1, 2, 2)", [0, 51, 102, 255])));

        Assert.Equal([0, 0.2f, 0.4f, 1], data.Values);
        Assert.Equal([1, 2, 2], data.SampleShape);
        Assert.Equal(ValueRange.Unit, data.Range);
    }

    [Fact]
    public void Read_NpyWithNaN_NamesSampleAndValue()
    {
        NpyFile.Write(folder["x.npy"], [0, 1, 2, float.NaN], 2, 2);

        var error = Assert.Throws<DataException>(() => Catalogue().Read(folder["x.npy"]));

        Assert.Equal(
            $"A value is not a finite number.\nWhere: {folder["x.npy"]}, sample 1, value 1\nExpected: finite numbers only\nReceived: NaN",
            error.Message);
    }

    [Fact]
    public void Read_NpyOfFiveDimensions_IsRejected()
    {
        NpyFile.Write(folder["x.npy"], [1], 1, 1, 1, 1, 1);

        var error = Assert.Throws<DataException>(() => Catalogue().Read(folder["x.npy"]));

        Assert.Equal("(1, 1, 1, 1, 1)", error.Received);
    }

    private DataCatalogue Catalogue() => new(new DataEnvironment { CacheFolder = folder.Path });
}
