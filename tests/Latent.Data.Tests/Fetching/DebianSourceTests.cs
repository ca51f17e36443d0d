using Latent.Files;

using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class DebianSourceTests : IDisposable
{
    private readonly SmallCatalogue small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Fetch_Package_ExtractsTheFiles()
    {
        var tools = new FakeTools(("usr/share/small/images", SmallCatalogue.Content));

        small.Over(tools, null, new DebianSource("small-data", "usr/share/small")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([small.File], small.Files);
        Assert.Equal(["apt-get download small-data", "dpkg-deb --extract package.deb contents"], tools.Calls);
    }

    [Fact]
    public void Fetch_WithoutPackageLists_DownloadsPrivateLists()
    {
        var tools = new FakeTools(("usr/share/small/images", SmallCatalogue.Content)) { HasNoPackageLists = true };

        small.Over(tools, null, new DebianSource("small-data", "usr/share/small")).Fetch("small");

        Assert.Equal([small.File], small.Files);
        const string Own = "-o Dir::State::Lists=./lists -o Dir::Cache=./archives -q";
        Assert.Equal(["apt-get download small-data", $"apt-get {Own} update", $"apt-get {Own} download small-data", "dpkg-deb --extract package.deb contents"], tools.Calls);
    }

    [Fact]
    public void Fetch_PackageWithACompressedFile_DecompressesIt()
    {
        var tools = new FakeTools(("usr/share/small/images.gz", ArchiveBytes.Gzip(SmallCatalogue.Content)));

        small.Over(tools, null, new DebianSource("small-data", "usr/share/small")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
    }

    [Fact]
    public void Fetch_PackageWithoutTheFile_SaysSo()
    {
        var tools = new FakeTools(("usr/share/doc/readme", [1]));

        var error = Assert.Throws<DataException>(
            () => small.Over(tools, null, new DebianSource("small-data", "usr/share/small")).Fetch("small"));

        Assert.Contains(
            "\n  Debian package small-data: the package has no file /usr/share/small/images\n",
            error.Message,
            StringComparison.Ordinal);
    }
}
