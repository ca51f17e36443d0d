namespace Latent.Runtime.Extensions;

/// <summary>
/// Names of metrics and traces, by the conventions of OpenTelemetry: <c>AddSource(LatentTelemetry.Name)</c> and
/// <c>AddMeter(LatentTelemetry.Name)</c> collect them.
/// </summary>
public static class LatentTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Latent.Runtime";

    /// <summary>Counter, <c>{call}</c>: calls, including failed ones.</summary>
    public const string Calls = "latent.calls";

    /// <summary>Counter, <c>{row}</c>: rows of calls that succeeded.</summary>
    public const string Rows = "latent.rows";

    /// <summary>Counter, <c>{anomaly}</c>: rows detected as anomalies.</summary>
    public const string Anomalies = "latent.anomalies";

    /// <summary>Histogram, seconds: duration of calls, including failed ones.</summary>
    public const string CallDuration = "latent.call.duration";

    /// <summary>Attribute: the name under which the model is registered.</summary>
    public const string ModelName = "latent.model.name";

    /// <summary>Attribute: the operation, such as <c>detect</c>.</summary>
    public const string Operation = "latent.operation";

    /// <summary>Attribute of failed calls: the full name of the exception's type.</summary>
    public const string ErrorType = "error.type";
}
