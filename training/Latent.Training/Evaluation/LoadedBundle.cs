using Latent.Runtime;

namespace Latent.Training.Evaluation;

/// <summary>A bundle loaded by the runtime.</summary>
internal sealed class LoadedBundle(Autoencoder model) : IReconstructor
{
    public (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows)
    {
        var codes = model.Encode(rows);
        return (codes.Mean, codes.LogVariance);
    }

    public float[] Decode(ReadOnlySpan<float> codes) => model.Decode(codes);

    public float[] Reconstruct(ReadOnlySpan<float> rows) => model.Reconstruct(rows);

    public float[] Score(ReadOnlySpan<float> rows) => model.Score(rows).Values;

    public float[] Errors(ReadOnlySpan<float> rows) => model.Score(rows, withErrors: true).Errors!;
}
