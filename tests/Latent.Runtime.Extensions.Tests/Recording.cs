using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Latent.Runtime.Extensions.Tests;

/// <summary>Records the metrics and traces of one application.</summary>
internal sealed class Recording : IDisposable
{
    private readonly MeterListener meters = new();
    private readonly ActivityListener listener;

    public Recording(IServiceProvider services)
    {
        var scope = services.GetRequiredService<IMeterFactory>();
        meters.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == LatentTelemetry.Name && instrument.Meter.Scope == scope)
                self.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        meters.Start();
        listener = new()
        {
            ShouldListenTo = source => source.Name == LatentTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Instrument, unit, value and tags.</summary>
    public List<(string Name, string? Unit, double Value, string Tags)> Measurements { get; } = [];

    public List<Activity> Activities { get; } = [];

    public void Dispose()
    {
        meters.Dispose();
        listener.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Add(
            (instrument.Name, instrument.Unit, value, string.Join(",", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
