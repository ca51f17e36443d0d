using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Latent.Runtime.Extensions.Tests;

public sealed class AutoencoderHealthCheckTests
{
    [Fact]
    public async Task Check_ReleasedBundle_IsHealthy()
    {
        await using var services = With(Application.Bundle);

        var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["defects"];

        Assert.Equal(
            (HealthStatus.Healthy, "The autoencoder 'defects' reproduces its golden vectors on cpu."), (entry.Status, entry.Description));
        Assert.Equal(["decode", "device", "encode", "reconstruct", "score"], entry.Data.Keys.Order());
    }

    [Fact]
    public async Task Check_BundleWithoutVectors_IsUnhealthy()
    {
        var folder = Directory.CreateTempSubdirectory("latent-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Application.Bundle))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            await using var services = With(folder);

            var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["defects"];

            Assert.Equal(
                (HealthStatus.Unhealthy, "The autoencoder 'defects' does not reproduce its golden vectors on cpu."),
                (entry.Status, entry.Description));
            Assert.Equal("no golden vectors", entry.Data["score"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Check_MissingBundle_IsUnhealthyAndSaysWhy()
    {
        await using var services = With("no-such-folder");

        var entry = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["defects"];

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("The autoencoder 'defects' cannot be used: Autoencoder 'defects': Path cannot be used.", entry.Description);
    }

    private static ServiceProvider With(string path)
    {
        var services = new ServiceCollection().AddLogging().AddAutoencoder("defects", path);
        services.AddHealthChecks().AddAutoencoder("defects");
        return services.BuildServiceProvider();
    }
}
