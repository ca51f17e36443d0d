namespace Latent.Data;

/// <summary>Where data is kept and fetched from on this machine, and who hears of it.</summary>
public sealed record DataEnvironment
{
    /// <summary>The folder that <c>LATENT_DATA</c> names; below it one folder a data set. Null where none is named.</summary>
    public string? MirrorFolder { get; init; }

    /// <summary>Where fetched files are kept, one folder a data set. Default: see <see cref="FromProcess"/>.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Hears how far a transfer has come. Default: nobody.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }

    /// <summary>
    /// Hears what a person should know though it is no error: a cached file that was spoilt, a source that failed before
    /// another answered. Default: nobody.
    /// </summary>
    public IProgress<string>? Notes { get; init; }

    /// <summary>How long a server may stay silent before the transfer is given up. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    internal ToolRunner Tools { get; init; } = new();

    /// <summary>
    /// What the environment variables say. The cache is <c>$LATENT_CACHE/data</c>, else <c>$XDG_CACHE_HOME/latent/data</c>,
    /// else <c>~/.cache/latent/data</c> (on Windows below the local application data).
    /// </summary>
    public static DataEnvironment FromProcess()
    {
        var mirror = Variable("LATENT_DATA");
        return new()
        {
            MirrorFolder = mirror is null ? null : Path.GetFullPath(mirror),
            CacheFolder = Path.GetFullPath(Path.Combine(CacheRoot(), "data")),
        };
    }

    private static string CacheRoot()
    {
        if (Variable("LATENT_CACHE") is { } own) return own;
        if (Variable("XDG_CACHE_HOME") is { } shared) return Path.Combine(shared, "latent");
        return OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "latent", "cache")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "latent");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
