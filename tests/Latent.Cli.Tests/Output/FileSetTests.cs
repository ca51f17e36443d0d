using Latent.Tests;

namespace Latent.Cli.Tests.Output;

public sealed class FileSetTests
{
    [Fact]
    public void Complete_EveryFileWritten_PutsThemInPlace()
    {
        using var folder = new TemporaryFolder();
        using (var set = new FileSet(folder.Path))
        {
            File.WriteAllText(set.PathOf("a"), "A");
            File.WriteAllText(set.PathOf("b"), "B");
            set.Complete();
        }

        Assert.Equal(["a", "b"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal("B", File.ReadAllText(folder["b"]));
    }

    [Fact]
    public void Complete_FileThatCannotBePlaced_LeavesNone()
    {
        using var folder = new TemporaryFolder();
        using (var set = new FileSet(folder.Path))
        {
            File.WriteAllText(set.PathOf("a"), "A");
            set.PathOf("b");
            Assert.Throws<FileNotFoundException>(set.Complete);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Dispose_NotCompleted_LeavesNothing()
    {
        using var folder = new TemporaryFolder();
        using (var set = new FileSet(folder.Path))
            File.WriteAllText(set.PathOf("a"), "A");

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
