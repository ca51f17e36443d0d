using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Latent.Runtime.Extensions;

/// <summary>Registers autoencoders by name.</summary>
public static class AutoencoderServiceCollectionExtensions
{
    /// <summary>
    /// Registers a bundle under a name: <c>[FromKeyedServices("defects")] ObservedAutoencoder</c> is the model with counted, timed
    /// and traced calls, <c>[FromKeyedServices("defects")] Autoencoder</c> the model itself. Both are singletons that load on first
    /// use; options are validated when the application starts.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name, chosen by the application. Not empty.</param>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="configure">Sets device, threads, threshold. Default: null.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddAutoencoder(
        this IServiceCollection services,
        string name,
        string path,
        Action<AutoencoderOptions>? configure = null)
    {
        AddOptions(services, name).Configure(options => options.Path = path).Configure(configure ?? (_ => { }));
        return services;
    }

    /// <summary>
    /// Same as <see cref="AddAutoencoder(IServiceCollection, string, string, Action{AutoencoderOptions})"/>, with the options from a
    /// section of the configuration.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name, chosen by the application. Not empty.</param>
    /// <param name="section">Holds <c>Path</c> and other <see cref="AutoencoderOptions"/>; an unknown key is an error.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddAutoencoder(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        AddOptions(services, name).Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }

    /// <summary>
    /// Adds a health check: healthy when the autoencoder of this name loads and reproduces its golden vectors on this machine. They run
    /// at the first check.
    /// </summary>
    /// <param name="builder">The health checks of the application.</param>
    /// <param name="name">The name under which the autoencoder is registered; also the name of the check.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddAutoencoder(this IHealthChecksBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        builder.Services.TryAddKeyedSingleton(name, (services, _) => new AutoencoderHealthCheck(services, name));
        return builder.Add(
            new(name, services => services.GetRequiredKeyedService<AutoencoderHealthCheck>(name), failureStatus: null, tags: ["latent"]));
    }

    private static OptionsBuilder<AutoencoderOptions> AddOptions(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        services.AddMetrics();
        services.TryAddSingleton<CallMeter>();
        services.AddSingleton<IValidateOptions<AutoencoderOptions>>(new AutoencoderOptionsCheck(name));
        services.TryAddKeyedSingleton(name, (provider, _) => Load(OptionsOf(provider, name)));
        services.TryAddKeyedSingleton(name, (provider, _) => Observe(provider, name));
        return services.AddOptions<AutoencoderOptions>(name).ValidateOnStart();
    }

    private static AutoencoderOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<AutoencoderOptions>>().Get(name);

    private static Autoencoder Load(AutoencoderOptions options) => Autoencoder.Load(options.Path, new()
    {
        Device = Device.Parse(options.Device),
        Threads = options.Threads,
        MaxBatch = options.MaxBatch,
        VerifyHashes = options.VerifyHashes,
    });

    private static ObservedAutoencoder Observe(IServiceProvider provider, string name)
    {
        var model = provider.GetRequiredKeyedService<Autoencoder>(name);
        var threshold = OptionsOf(provider, name) switch
        {
            { Quantile: { } quantile } => Threshold.Quantile(quantile),
            { FalsePositiveRate: { } rate } => Threshold.FalsePositiveRate(rate),
            { Threshold: { } score } => Threshold.Value(score),
            _ => model.DefaultThreshold,
        };
        return new(name, model, threshold, provider.GetRequiredService<CallMeter>());
    }
}
