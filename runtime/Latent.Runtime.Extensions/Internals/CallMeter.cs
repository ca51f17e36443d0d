using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Latent.Runtime.Extensions;

/// <summary>Counts, times and traces the calls of all autoencoders of an application.</summary>
internal sealed class CallMeter : IDisposable
{
    // In seconds: a small model takes tens of microseconds per call, a large batch up to seconds.
    private static readonly double[] DurationBuckets = [0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

    private readonly ActivitySource source = new(LatentTelemetry.Name);
    private readonly Counter<long> calls;
    private readonly Counter<long> rows;
    private readonly Counter<long> anomalies;
    private readonly Histogram<double> duration;

    public CallMeter(IMeterFactory factory)
    {
        var meter = factory.Create(LatentTelemetry.Name);
        calls = meter.CreateCounter<long>(LatentTelemetry.Calls, "{call}", "Calls to autoencoders.");
        rows = meter.CreateCounter<long>(LatentTelemetry.Rows, "{row}", "Rows processed by autoencoders.");
        anomalies = meter.CreateCounter<long>(LatentTelemetry.Anomalies, "{anomaly}", "Rows detected as anomalies.");
        duration = meter.CreateHistogram(
            LatentTelemetry.CallDuration, "s", "Duration of calls to autoencoders.", tags: null,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBuckets });
    }

    public MeteredCall Start(string model, string operation)
    {
        // Without a listener, the name of the activity is not needed.
        var activity = source.HasListeners() ? source.StartActivity($"{operation} {model}") : null;
        activity?.SetTag(LatentTelemetry.ModelName, model).SetTag(LatentTelemetry.Operation, operation);
        return new(this, model, operation, activity, Stopwatch.GetTimestamp());
    }

    public void Dispose() => source.Dispose();

    public void Succeed(in MeteredCall call, long rowCount, long anomalyCount)
    {
        var tags = call.Tags;
        Count(call, tags);
        rows.Add(rowCount, tags);
        if (anomalyCount > 0)
            anomalies.Add(anomalyCount, tags);
        call.Activity?.SetTag(LatentTelemetry.Rows, rowCount);
        if (call.Operation is "detect" or "explain")
            call.Activity?.SetTag(LatentTelemetry.Anomalies, anomalyCount);
    }

    public void Fail(in MeteredCall call, Exception exception)
    {
        var tags = call.Tags;
        tags.Add(LatentTelemetry.ErrorType, exception.GetType().FullName);
        Count(call, tags);
        call.Activity?.SetTag(LatentTelemetry.ErrorType, exception.GetType().FullName);
        call.Activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
        call.Activity?.AddException(exception);
    }

    private void Count(in MeteredCall call, in TagList tags)
    {
        calls.Add(1, tags);
        duration.Record(Stopwatch.GetElapsedTime(call.Begin).TotalSeconds, tags);
    }
}
