using Latent.Files;

using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class UrlSourceTests : IDisposable
{
    private readonly SmallCatalogue small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Fetch_CompressedFile_IsDecompressedAndNothingElseRemains()
    {
        using var server = LoopbackServer.Create(ArchiveBytes.Gzip(SmallCatalogue.Content));

        small.Over(new UrlSource(server.Address)).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([small.File], small.Files);
        Assert.Equal([("/images.gz", 0)], server.Requests);
    }

    [Fact]
    public void Fetch_FileOfAnotherNameOnTheServer_IsRequestedByThatName()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);

        small.Over(new UrlSource(server.Address, "") { Names = new Dictionary<string, string> { ["images"] = "pixels.txt" } })
            .Fetch("small");

        Assert.Equal([small.File], small.Files);
        Assert.Equal([("/pixels.txt", 0)], server.Requests);
    }

    [Fact]
    public void Fetch_FileThatTheServerDoesNotHave_IsNotRequested()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);

        Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address, "") { Only = ["labels"] }).Fetch("small"));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Fetch_Archive_ExtractsTheFile()
    {
        using var server = LoopbackServer.Create(ArchiveBytes.Gzip(ArchiveBytes.Tar(("folder/pixels.txt", SmallCatalogue.Content))));

        small.Over(new ArchiveSource(server.Address + "all.tar.gz", new Dictionary<string, string> { ["images"] = "folder/pixels.txt" }))
            .Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([small.File], small.Files);
        Assert.Equal([("/all.tar.gz", 0)], server.Requests);
    }

    [Fact]
    public void Fetch_Transfer_ReportsProgress()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);

        small.Over(new UrlSource(server.Address, "")).Fetch("small");

        Assert.Equal(
            new DownloadProgress("small", "images", server.Address, SmallCatalogue.Content.Length, SmallCatalogue.Content.Length),
            small.Progress[^1]);
    }

    [Fact]
    public void Fetch_SecondTime_UsesNoSource()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);
        var catalogue = small.Over(new UrlSource(server.Address, ""));

        catalogue.Fetch("small");
        catalogue.Fetch("small");

        Assert.Single(server.Requests);
    }

    [Fact]
    public void Fetch_PartialFile_IsResumed()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);
        small.Put(SmallCatalogue.Content[..5000], small.Part);

        small.Over(new UrlSource(server.Address, "")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([("/images", 5000)], server.Requests);
        Assert.Equal([small.File], small.Files);
    }

    [Fact]
    public void Fetch_ServerThatIgnoresRanges_Restarts()
    {
        using var server = new LoopbackServer(_ => LoopbackReply.Content(SmallCatalogue.Content, 0));
        small.Put(SmallCatalogue.Content[..5000], small.Part);

        small.Over(new UrlSource(server.Address, "")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
    }

    [Fact]
    public void Fetch_PartialFileOfAnotherVersion_Restarts()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);
        small.Put(new byte[5000], small.Part);

        small.Over(new UrlSource(server.Address, "")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([("/images", 5000), ("/images", 0)], server.Requests);
    }

    [Fact]
    public void Fetch_ConnectionThatBreaks_IsResumed()
    {
        var requests = 0;
        using var server = new LoopbackServer(from => requests++ == 0
            ? LoopbackReply.Broken(SmallCatalogue.Content, 7000)
            : LoopbackReply.Content(SmallCatalogue.Content, from));

        small.Over(new UrlSource(server.Address, "")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([("/images", 0), ("/images", 7000)], server.Requests);
    }

    [Fact]
    public void Fetch_ConnectionThatKeepsBreaking_KeepsThePartialFile()
    {
        var requests = 0;
        using var server = new LoopbackServer(_ => requests++ == 0
            ? LoopbackReply.Broken(SmallCatalogue.Content, 7000)
            : new("206 Partial Content", [], Length: 1, From: 7000));

        var error = Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address, "")).Fetch("small"));

        Assert.Contains(
            $"\n  {server.Address}: {server.Address}images was interrupted after 7000 bytes (", error.Message, StringComparison.Ordinal);
        Assert.Equal(7000, new FileInfo(small.Part).Length);
        Assert.False(File.Exists(small.File));
    }

    [Fact]
    public void Fetch_NotFound_NamesSourceAndStatusAndTheFix()
    {
        using var server = new LoopbackServer(_ => new("404 Not Found", []));

        var error = Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address)).Fetch("small"));

        Assert.Equal(
            "No source provided the files."
            + $"\n  {server.Address}: {server.Address}images.gz returned 404 Not Found"
            + "\nWhere: data set \"small\"\nExpected: images"
            + "\nFix: If you have these files, put them, uncompressed or as .gz, into a folder named small "
            + "and set LATENT_DATA to its parent folder.",
            error.Message);
    }

    [Fact]
    public void Fetch_WrongHash_KeepsNothing()
    {
        byte[] other = [.. SmallCatalogue.Content[..^1], 99];
        using var server = LoopbackServer.Create(other);

        var error = Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address, "")).Fetch("small"));

        Assert.Contains(": images has the sha256 ", error.Message, StringComparison.Ordinal);
        Assert.Empty(small.Files);
    }

    [Theory]
    [InlineData(-1, "images ends after 20015 of 20016 bytes")]
    [InlineData(1, "images is longer than 20016 bytes")]
    public void Fetch_WrongLength_KeepsNothing(int more, string reason)
    {
        var other = SmallCatalogue.Content.Concat(new byte[1]).Take(SmallCatalogue.Content.Length + more).ToArray();
        using var server = LoopbackServer.Create(other);

        var error = Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address, "")).Fetch("small"));

        Assert.Contains($"\n  {server.Address}: {reason}\n", error.Message, StringComparison.Ordinal);
        Assert.Empty(small.Files);
    }

    [Fact]
    public void Fetch_NoServerListens_TriesTheNextSourceAndSaysSo()
    {
        using var server = LoopbackServer.Create(SmallCatalogue.Content);

        small.Over(new UrlSource("http://127.0.0.1:1/"), new UrlSource(server.Address, "")).Fetch("small");

        var note = Assert.Single(small.Notes);
        Assert.StartsWith(
            "small: http://127.0.0.1:1/ did not provide the files (Connection refused (127.0.0.1:1)", note, StringComparison.Ordinal);
        Assert.EndsWith("); another source did.", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_UnresponsiveServer_TimesOut()
    {
        var release = new TaskCompletionSource();
        using var server = new LoopbackServer(_ => new(null, [], Hold: release.Task));
        small.Patience = TimeSpan.FromSeconds(0.5);

        var error = Assert.Throws<DataException>(() => small.Over(new UrlSource(server.Address)).Fetch("small"));

        release.SetResult();
        Assert.Contains($"{server.Address}images.gz did not respond for 0.5 seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_Cancelled_StopsAndKeepsThePartialFile()
    {
        using var stop = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        using var server = new LoopbackServer(_ => LoopbackReply.Broken(SmallCatalogue.Content, 6000) with { Hold = release.Task });
        small.Arrived = bytes =>
        {
            if (bytes == 6000) stop.Cancel();
        };

        Assert.ThrowsAny<OperationCanceledException>(() => small.Over(new UrlSource(server.Address, "")).Fetch("small", stop.Token));

        release.SetResult();
        Assert.Equal([small.Part], small.Files);
        Assert.Equal(6000, new FileInfo(small.Part).Length);
    }
}
