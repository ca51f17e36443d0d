using System.Formats.Tar;
using System.IO.Compression;
using Latent.Training.Data;

namespace Latent.Training.Tests.Data;

/// <summary>Stands in for npm: <c>npm pack</c> leaves an archive with the given files.</summary>
internal sealed class FakeTools(params (string Path, byte[] Content)[] files) : ToolRunner
{
    public List<string> Calls { get; } = [];

    public override async Task RunAsync(string tool, IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        Calls.Add($"{tool} {string.Join(' ', arguments)}");
        await using var packed = new GZipStream(File.Create(Path.Combine(folder, "package.tgz")), CompressionLevel.Fastest);
        await using var archive = new TarWriter(packed);
        foreach (var (path, content) in files)
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(content) }, cancellation);
    }
}
