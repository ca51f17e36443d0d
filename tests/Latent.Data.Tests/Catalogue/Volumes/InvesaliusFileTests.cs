using System.Formats.Tar;
using System.Text;
using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class InvesaliusFileTests : IDisposable
{
    private const string Described = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
          <key>masks</key><dict></dict>
          <key>matrix</key>
          <dict>
            <key>dtype</key><string>int16</string>
            <key>filename</key><string>matrix.dat</string>
            <key>shape</key><array><integer>2</integer><integer>1</integer><integer>2</integer></array>
          </dict>
        </dict></plist>
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Project_GivesTheMatrix()
    {
        var volume = InvesaliusFile.Read(Project(Described, [1, 0, 0xFF, 0xFF, 0, 4, 2, 0]));

        Assert.Equal((2, 1, 2), (volume.Depth, volume.Height, volume.Width));
        Assert.Equal([1, -1, 1024, 2], volume.Voxels);
    }

    [Fact]
    public void Read_TruncatedMatrix_SaysHowManyBytesItHas()
    {
        var path = Project(Described, [1, 0, 2]);

        var error = Assert.Throws<DataException>(() => InvesaliusFile.Read(path));

        Assert.Equal(
            $"The voxel matrix is truncated.\nWhere: {path}, matrix.dat\nExpected: 8 bytes\nReceived: 3\nFix: " +
            "Fetch or copy the file again.",
            error.Message);
    }

    [Theory]
    [InlineData("int16", "complex64", "voxels of type complex64")]
    [InlineData("matrix.dat", "other.dat", "no file other.dat")]
    [InlineData("<key>matrix</key>", "<key>mask</key>", "no matrix")]
    [InlineData("<integer>1</integer>", "", "a shape of 2 sizes")]
    [InlineData("<integer>1</integer>", "<integer>one</integer>", "the size one")]
    public void Read_WithoutAReadableVolume_SaysWhatIsWrong(string from, string to, string received)
    {
        var path = Project(Described.Replace(from, to, StringComparison.Ordinal), new byte[8]);

        Assert.Equal(received, Assert.Throws<DataException>(() => InvesaliusFile.Read(path)).Received);
    }

    [Fact]
    public void Read_AnotherFormat_IsRejected()
    {
        var path = folder.Write("head.inv3", "not a project");

        Assert.Equal(
            "This is not an InVesalius project, or it is corrupt.", Assert.Throws<DataException>(() => InvesaliusFile.Read(path)).Problem);
    }

    private string Project(string described, byte[] matrix)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            Add(writer, "tmp/matrix.dat", matrix);
            Add(writer, "tmp/main.plist", Encoding.UTF8.GetBytes(described));
        }

        return folder.Write("head.inv3", ArchiveBytes.Gzip(archive.ToArray()));
    }

    private static void Add(TarWriter writer, string name, byte[] content) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
}
