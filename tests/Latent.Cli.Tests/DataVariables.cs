namespace Latent.Cli.Tests;

/// <summary>Sets the data folders of the process until disposed.</summary>
internal sealed class DataVariables : IDisposable
{
    private readonly string? cacheBefore = Environment.GetEnvironmentVariable("LATENT_CACHE");
    private readonly string? dataBefore = Environment.GetEnvironmentVariable("LATENT_DATA");

    /// <summary>Sets both environment variables; null removes a variable.</summary>
    public DataVariables(string? cache, string? data) => Set(cache, data);

    public void Dispose() => Set(cacheBefore, dataBefore);

    private static void Set(string? cache, string? data)
    {
        Environment.SetEnvironmentVariable("LATENT_CACHE", cache);
        Environment.SetEnvironmentVariable("LATENT_DATA", data);
    }
}
