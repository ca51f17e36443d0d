namespace Latent.Cli.Tests;

/// <summary>Where data is looked for, for as long as this lives.</summary>
internal sealed class DataVariables : IDisposable
{
    private readonly string? cacheBefore = Environment.GetEnvironmentVariable("LATENT_CACHE");
    private readonly string? dataBefore = Environment.GetEnvironmentVariable("LATENT_DATA");

    /// <summary>Sets both variables; null takes one away.</summary>
    public DataVariables(string? cache, string? data) => Set(cache, data);

    public void Dispose() => Set(cacheBefore, dataBefore);

    private static void Set(string? cache, string? data)
    {
        Environment.SetEnvironmentVariable("LATENT_CACHE", cache);
        Environment.SetEnvironmentVariable("LATENT_DATA", data);
    }
}
