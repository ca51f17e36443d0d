using Latent.Tests;

namespace Latent.Bundles.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_OverAFile_ReplacesItAndLeavesNothingElse()
    {
        File.WriteAllText(folder["a.txt"], "old");

        AtomicFile.Write(folder["a.txt"], stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder["a.txt"]));
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheFileAsItWas()
    {
        File.WriteAllText(folder["a.txt"], "old");

        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));

        Assert.Equal("old", File.ReadAllText(folder["a.txt"]));
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Dispose_BeforeCommit_LeavesNothing()
    {
        using (var file = new AtomicFile(folder["a.txt"]))
        {
            file.Stream.Write("half"u8);
            Assert.False(File.Exists(folder["a.txt"]));
        }

        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void Create_InAMissingFolder_Throws()
        => Assert.Throws<DirectoryNotFoundException>(() => new AtomicFile(Path.Combine(folder.Path, "none", "a.txt")));
}
