namespace Latent.Training.Evaluation;

/// <summary>The operations that an evaluation needs from a model, independent of where its graphs are stored.</summary>
internal interface IReconstructor
{
    /// <summary>Encodes raw rows; returns the mean of their codes, and the log variance of Gaussian codes.</summary>
    (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows);

    /// <summary>Decodes codes to raw rows.</summary>
    float[] Decode(ReadOnlySpan<float> codes);

    /// <summary>Reconstructs raw rows at the mean of their codes.</summary>
    float[] Reconstruct(ReadOnlySpan<float> rows);

    /// <summary>Computes the anomaly scores of raw rows.</summary>
    float[] Score(ReadOnlySpan<float> rows);

    /// <summary>Computes the error per feature of raw rows, as the anomaly score uses it.</summary>
    float[] Errors(ReadOnlySpan<float> rows);
}
