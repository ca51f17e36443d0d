using System.Formats.Tar;
using System.IO.Compression;

namespace Latent.Data.Tests;

/// <summary>A fake of npm, apt-get and dpkg-deb, whose package contains the given files.</summary>
internal sealed class FakeTools(params (string Path, byte[] Content)[] files) : ToolRunner
{
    public List<string> Calls { get; } = [];

    /// <summary>Whether apt-get finds packages only after private lists were downloaded.</summary>
    public bool HasNoPackageLists { get; init; }

    public override Task RunAsync(string tool, IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        Calls.Add(
            $"{tool} " +
            $"{string.Join(' ', arguments.Select(argument => Path.IsPathRooted(argument) ? Path.GetFileName(argument) : argument))}");
        if (tool == "apt-get" && HasNoPackageLists && Calls.Count == 1)
            throw new SourceException("apt-get download small-data failed with exit code 100: E: Unable to locate package small-data");
        return tool switch
        {
            "apt-get" when arguments[^1] == "update" => Task.CompletedTask,
            "apt-get" => File.WriteAllTextAsync(Path.Combine(folder, "package.deb"), "", cancellation),
            "dpkg-deb" => ExtractAsync(Path.Combine(folder, arguments[^1]), cancellation),
            _ => PackAsync(Path.Combine(folder, "package.tgz"), cancellation),
        };
    }

    private async Task PackAsync(string path, CancellationToken cancellation)
    {
        await using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        await using var archive = new TarWriter(packed);
        foreach (var (name, content) in files)
            await archive.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) },
                cancellation);
    }

    private async Task ExtractAsync(string folder, CancellationToken cancellation)
    {
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellation);
        }
    }
}
