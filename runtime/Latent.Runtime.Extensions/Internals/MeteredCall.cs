using System.Diagnostics;

namespace Latent.Runtime.Extensions;

/// <summary>A call in progress; ends with <see cref="Succeed"/> or <see cref="Fail"/>.</summary>
internal readonly record struct MeteredCall(CallMeter Meter, string Model, string Operation, Activity? Activity, long Begin) : IDisposable
{
    public TagList Tags => new() { { LatentTelemetry.ModelName, Model }, { LatentTelemetry.Operation, Operation } };

    public void Succeed(long rows, long anomalies = 0) => Meter.Succeed(this, rows, anomalies);

    public void Fail(Exception exception) => Meter.Fail(this, exception);

    public void Dispose() => Activity?.Dispose();
}
