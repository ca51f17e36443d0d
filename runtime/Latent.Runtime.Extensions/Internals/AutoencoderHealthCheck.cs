using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Latent.Runtime.Extensions;

/// <summary>
/// Healthy when the model loads and reproduces its golden vectors on this machine. They run once: a bundle does not change.
/// </summary>
internal sealed class AutoencoderHealthCheck(IServiceProvider services, string name) : IHealthCheck
{
    private readonly Lock gate = new();
    private HealthCheckResult? verified;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            try
            {
                return Task.FromResult(
                    verified ??= Verify(services.GetRequiredKeyedService<Autoencoder>(name), context.Registration.FailureStatus));
            }
            catch (Exception exception)
            {
                return Task.FromResult(new HealthCheckResult(
                    context.Registration.FailureStatus,
                    $"The autoencoder '{name}' cannot be used: {exception.Message}",
                    exception));
            }
        }
    }

    private HealthCheckResult Verify(Autoencoder model, HealthStatus failure)
    {
        var report = model.Verify();
        var data = report.Graphs.ToDictionary(
            graph => graph.Graph,
            graph => (object)(graph.LargestDifference?.ToString("g3", CultureInfo.InvariantCulture) ?? "no golden vectors"));
        data["device"] = $"{model.Device}";
        return report.Passed
            ? HealthCheckResult.Healthy($"The autoencoder '{name}' reproduces its golden vectors on {model.Device}.", data)
            : new(failure, $"The autoencoder '{name}' does not reproduce its golden vectors on {model.Device}.", data: data);
    }
}
