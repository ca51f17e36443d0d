namespace Latent.Training.Evaluation;

/// <summary>What an evaluation needs of a model, wherever its graphs lie.</summary>
internal interface IReconstructor
{
    /// <summary>The mean of the codes of raw rows, and the logarithm of their variance where they have one.</summary>
    (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows);

    /// <summary>The raw rows of codes.</summary>
    float[] Decode(ReadOnlySpan<float> codes);

    /// <summary>The raw rows at the mean of the codes of raw rows.</summary>
    float[] Reconstruct(ReadOnlySpan<float> rows);

    /// <summary>The anomaly scores of raw rows.</summary>
    float[] Score(ReadOnlySpan<float> rows);

    /// <summary>The error of each feature of raw rows, as the anomaly score sees it.</summary>
    float[] Errors(ReadOnlySpan<float> rows);
}
