namespace Latent.Runtime;

/// <summary>Anomaly scores of rows.</summary>
public sealed class Scores
{
    internal Scores(float[] values, float[]? errors) => (Values, Errors) = (values, errors);

    /// <summary>One score per row; higher is more anomalous. <c>Manifest.Calibration.ScoreKind</c> names the measure.</summary>
    public float[] Values { get; }

    /// <summary>One error per feature, row-major <c>[Count, InputSize]</c>; null unless requested.</summary>
    public float[]? Errors { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Values.Length;
}
