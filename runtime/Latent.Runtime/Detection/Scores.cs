namespace Latent.Runtime;

/// <summary>Anomaly scores of rows.</summary>
public sealed class Scores
{
    internal Scores(float[] values, float[]? errors) => (Values, Errors) = (values, errors);

    /// <summary>One score a row; higher is stranger. What it measures is <c>Manifest.Calibration.ScoreKind</c>.</summary>
    public float[] Values { get; }

    /// <summary>One error a feature, row-major <c>[Count, InputSize]</c>; null when it was not asked for.</summary>
    public float[]? Errors { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Values.Length;
}
