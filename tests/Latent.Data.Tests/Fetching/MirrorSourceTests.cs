using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class MirrorSourceTests : IDisposable
{
    private readonly SmallCatalogue small = new();
    private readonly TemporaryFolder mirror = new();

    public void Dispose()
    {
        small.Dispose();
        mirror.Dispose();
    }

    [Fact]
    public void Fetch_PlainFile_IsCopied()
    {
        mirror.Write("small/images", SmallCatalogue.Content);

        Fetch(mirror.Path);

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Empty(small.Notes);
    }

    [Fact]
    public void Fetch_CompressedFile_IsUnpacked()
    {
        mirror.Write("small/images.gz", ArchiveBytes.Gzip(SmallCatalogue.Content));

        Fetch(mirror.Path);

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
    }

    [Fact]
    public void Fetch_MirrorNotSet_SaysSo()
    {
        var error = Assert.Throws<DataException>(() => Fetch(null));

        Assert.Contains("\n  local mirror: LATENT_DATA is not set\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_NoFolderOfTheDataSet_NamesIt()
    {
        var error = Assert.Throws<DataException>(() => Fetch(mirror.Path));

        Assert.Contains($"\n  local mirror: there is no folder {mirror["small"]}\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_NoSuchFile_NamesBothSpellings()
    {
        mirror.Write("small/other", "");

        var error = Assert.Throws<DataException>(() => Fetch(mirror.Path));

        Assert.Contains(
            $"there is neither {mirror["small/images"]} nor {mirror["small/images"]}.gz",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_CorruptFile_IsRejected()
    {
        mirror.Write("small/images.gz", ArchiveBytes.Gzip(new byte[SmallCatalogue.Content.Length]));

        var error = Assert.Throws<DataException>(() => Fetch(mirror.Path));

        Assert.Contains("\n  local mirror: images has the sha256 ", error.Message, StringComparison.Ordinal);
        Assert.Empty(small.Files);
    }

    [Fact]
    public void Fetch_CorruptCache_IsFetchedAgainAndSaysSo()
    {
        mirror.Write("small/images", SmallCatalogue.Content);
        small.Put([1, 2, 3]);

        Fetch(mirror.Path);

        Assert.Equal(
            [$"small: the cached file {small.File} is corrupt (it has 3 bytes instead of 20016); it is fetched again."],
            small.Notes);
        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
    }

    [Fact]
    public void Fetch_CacheWithAChangedByte_IsFetchedAgain()
    {
        mirror.Write("small/images", SmallCatalogue.Content);
        small.Put([.. SmallCatalogue.Content[..^1], 99]);

        Fetch(mirror.Path);

        Assert.StartsWith(
            $"small: the cached file {small.File} is corrupt (its sha256 is ", Assert.Single(small.Notes), StringComparison.Ordinal);
        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
    }

    [Fact]
    public void Fetch_TemporaryFilesOfAKilledFetch_AreDeletedAfterADay()
    {
        mirror.Write("small/images", SmallCatalogue.Content);
        var cache = Path.GetDirectoryName(small.File)!;
        var (old, recent) = (Path.Combine(cache, ".images.old"), Path.Combine(cache, ".images.recent"));
        small.Put([1], old);
        small.Put([1], recent);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));

        Fetch(mirror.Path);

        Assert.Equal([recent, small.File], small.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fetch_CacheThatIsAFile_NamesTheFix()
    {
        using var file = new TemporaryFolder();
        mirror.Write("small/images", SmallCatalogue.Content);
        var catalogue = new DataCatalogue(
            small.Over(new MirrorSource()).Entries,
            new DataEnvironment { CacheFolder = file.Write("file", ""), MirrorFolder = mirror.Path });

        var error = Assert.Throws<DataException>(() => catalogue.Fetch("small"));

        Assert.Equal("The cache cannot be used.", error.Problem);
        Assert.Equal("Set LATENT_CACHE to a writable folder with enough free space.", error.Fix);
    }

    private void Fetch(string? folder) => small.Over(new ToolRunner(), folder, new MirrorSource()).Fetch("small");
}
