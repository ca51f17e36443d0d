namespace Latent.Runtime.Extensions;

/// <summary>
/// Names of what is measured and traced, by the conventions of OpenTelemetry: <c>AddSource(LatentTelemetry.Name)</c> and
/// <c>AddMeter(LatentTelemetry.Name)</c> collect it.
/// </summary>
public static class LatentTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Latent.Runtime";

    /// <summary>Counter, <c>{call}</c>: calls, those that failed among them.</summary>
    public const string Calls = "latent.calls";

    /// <summary>Counter, <c>{row}</c>: rows of calls that succeeded.</summary>
    public const string Rows = "latent.rows";

    /// <summary>Counter, <c>{anomaly}</c>: rows that were found to be anomalies.</summary>
    public const string Anomalies = "latent.anomalies";

    /// <summary>Histogram, seconds: how long calls took, those that failed among them.</summary>
    public const string CallDuration = "latent.call.duration";

    /// <summary>Attribute: the name under which the model was registered.</summary>
    public const string ModelName = "latent.model.name";

    /// <summary>Attribute: the verb, such as <c>detect</c>.</summary>
    public const string Operation = "latent.operation";

    /// <summary>Attribute of calls that failed: the full name of the exception's type.</summary>
    public const string ErrorType = "error.type";
}
