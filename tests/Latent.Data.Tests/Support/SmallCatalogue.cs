using System.Security.Cryptography;
using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

/// <summary>A catalogue with one data set, <c>small</c>: the single IDX file <c>images</c>, from the sources of the test.</summary>
internal sealed class SmallCatalogue : IDisposable
{
    private readonly TemporaryFolder cache = new();
    private readonly Collected<string> notes = new();
    private readonly Collected<DownloadProgress> progress;

    public SmallCatalogue() => progress = new(report => Arrived(report.Bytes));

    public static byte[] Content { get; } = IdxBytes.Create([50, 20, 20], [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * i / 7))]);

    public List<string> Notes => notes.Items;

    public List<DownloadProgress> Progress => progress.Items;

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Receives the number of transferred bytes.</summary>
    public Action<long> Arrived { get; set; } = _ => { };

    public string File => Path.Combine(cache.Path, "small", "images");

    public string Part => File + ".part";

    /// <summary>All files in the data set's cache folder, including hidden files.</summary>
    public IEnumerable<string> Files =>
        Directory.Exists(Path.GetDirectoryName(File)!) ? Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(File)!) : [];

    public DataCatalogue Over(params DataSource[] sources) => Over(new ToolRunner(), null, sources);

    public DataCatalogue Over(ToolRunner tools, string? mirror, params DataSource[] sources)
    {
        var entry = new DataEntry((folder, _) => Read(folder))
        {
            Name = "small",
            Title = "A small data set",
            License = "none",
            Files = [new("images", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content)))],
            Sources = sources,
        };
        return new([entry], new DataEnvironment
        {
            CacheFolder = cache.Path,
            MirrorFolder = mirror,
            Notes = notes,
            Progress = progress,
            Tools = tools,
            Patience = Patience,
        });
    }

    public void Put(byte[] content, string? path = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(path ?? File, content);
    }

    public void Dispose() => cache.Dispose();

    private static PublishedData Read(string folder)
    {
        var images = IdxFile.ReadImages(Path.Combine(folder, "images"));
        return new(new Dataset("small", [1, 20, 20], images.ToUnitFloats()), null);
    }
}
