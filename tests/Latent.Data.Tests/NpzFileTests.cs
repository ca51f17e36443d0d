using System.IO.Compression;
using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class NpzFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_TwoArrays_GivesBothByName()
    {
        var arrays = NpzFile.Read(Samples("set.npz"));

        Assert.Equal(["X", "y"], arrays.Keys.Order());
        Assert.Equal([1, 2, 3, 4, 5, 6], arrays["X"].Values);
    }

    [Fact]
    public void Read_NoZip_SaysSo()
    {
        var path = folder.Write("set.npz", "not a zip archive");

        var error = Assert.Throws<DataException>(() => NpzFile.Read(path));

        Assert.Equal("This is not a .npz file, or it is corrupt.", error.Problem);
        Assert.Equal(path, error.Where);
    }

    [Fact]
    public void Open_SamplesAndLabels_BecomeADataSet()
    {
        using var empty = new TemporaryFolder();

        var data = new DataCatalogue(new() { CacheFolder = empty.Path }).Read(Samples("set.npz"));

        Assert.Equal("set", data.Name);
        Assert.Equal([3], data.SampleShape);
        Assert.Equal([0, 1], data.Labels!);
        Assert.Equal(new ValueRange(1, 6), data.Range);
    }

    [Fact]
    public void Open_LabelsOfAnotherCount_SaysSo()
    {
        var path = folder["set.npz"];
        Write(path, ("X", NpyBytes.Create("|u1", true, "(2, 1)", [1, 4])), ("y", NpyBytes.Create("<i4", false, "(1,)", [0, 0, 0, 0])));

        var error = Assert.Throws<DataException>(() => new DataCatalogue(new() { CacheFolder = folder.Path }).Read(path));

        Assert.Equal(
            $"The number of labels differs from the number of samples.\nWhere: {path}, X.npy\nExpected: 2\nReceived: 1", error.Message);
    }

    [Fact]
    public void Open_NoArrayOfSamples_ListsWhatThereIs()
    {
        var path = folder["set.npz"];
        Write(path, ("left", NpyBytes.Create("|u1", false, "(1,)", [1])), ("right", NpyBytes.Create("|u1", false, "(1,)", [1])));

        var error = Assert.Throws<DataException>(() => new DataCatalogue(new() { CacheFolder = folder.Path }).Read(path));

        Assert.Equal(
            $"The archive has no array of samples.\nWhere: {path}\nExpected: a single array, or one named X, x or data\nReceived: " +
            "left, right",
            error.Message);
    }

    private string Samples(string name)
    {
        var path = folder[name];
        Write(
            path,
            ("X", NpyBytes.Create("|u1", true, "(2, 3)", [1, 4, 2, 5, 3, 6])),
            ("y", NpyBytes.Create("<i4", false, "(2,)", [0, 0, 0, 0, 1, 0, 0, 0])));
        return path;
    }

    private static void Write(string path, params (string Name, byte[] Content)[] arrays)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in arrays)
        {
            using var entry = archive.CreateEntry(name + ".npy").Open();
            entry.Write(content);
        }
    }
}
