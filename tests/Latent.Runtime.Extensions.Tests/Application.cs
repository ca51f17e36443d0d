using Latent.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Latent.Runtime.Extensions.Tests;

/// <summary>Creates the services of small applications.</summary>
internal static class Application
{
    public static string Bundle => Repository.At("models", "mnist-vae");

    public static ServiceProvider With(Action<AutoencoderOptions>? configure = null, string? path = null) =>
        new ServiceCollection().AddAutoencoder("defects", path ?? Bundle, configure).BuildServiceProvider();

    public static ServiceProvider WithConfiguration(params (string Key, string Value)[] entries) =>
        new ServiceCollection().AddAutoencoder("defects", Configuration(entries).GetSection("Model")).BuildServiceProvider();

    public static ObservedAutoencoder Defects(this IServiceProvider services)
        => services.GetRequiredKeyedService<ObservedAutoencoder>("defects");

    /// <summary>Returns the golden rows of the bundle, and one row of noise.</summary>
    public static float[] RowsWithNoise()
    {
        var rows = Bundles.Bundle.Open(Bundle).ReadGolden("score")!.Inputs[0].Floats!;
        return [.. rows, .. Enumerable.Range(0, 784).Select(i => i * 37 % 100 / 100f)];
    }

    private static IConfigurationRoot Configuration((string Key, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            entries.Select(entry => KeyValuePair.Create($"Model:{entry.Key}", (string?)entry.Value))).Build();
}
