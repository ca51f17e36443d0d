namespace Latent.Data;

/// <summary>The data folders of this machine, and the receivers of progress and notes.</summary>
public sealed record DataEnvironment
{
    /// <summary>The local mirror, from <c>LATENT_DATA</c>, with one subfolder per data set. Null if the variable is not set.</summary>
    public string? MirrorFolder { get; init; }

    /// <summary>The folder of fetched files, with one subfolder per data set. Default: see <see cref="FromProcess"/>.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Receives transfer progress. Default: null.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }

    /// <summary>
    /// Receives warnings, such as a corrupt cached file, or a source that failed before another one succeeded. Default: null.
    /// </summary>
    public IProgress<string>? Notes { get; init; }

    /// <summary>The longest time without a response before a transfer is aborted. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    internal ToolRunner Tools { get; init; } = new();

    /// <summary>
    /// Reads the environment variables. The cache is <c>$LATENT_CACHE/data</c>, else <c>$XDG_CACHE_HOME/latent/data</c>,
    /// else <c>~/.cache/latent/data</c> (on Windows, below the local application data folder).
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
