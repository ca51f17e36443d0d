using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Encoding, decoding and reconstruction.</content>
public sealed partial class Autoencoder
{
    /// <summary>Encodes rows. Returns the mean, never a sample.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <returns>The codes, with log variances if the family has a posterior.</returns>
    public LatentCodes Encode(ReadOnlySpan<float> rows)
    {
        var mean = RowArguments.NewArray(rows.Length / InputSize, LatentSize, "Encode", nameof(rows));
        var logVariance = graphs.Encode?.Second is null ? null : new float[mean.Length];
        Encode(rows, mean, logVariance);
        return new(mean, logVariance, LatentSize);
    }

    /// <summary>Encodes rows into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="mean">Receives <c>[n, LatentSize]</c> codes.</param>
    /// <param name="logVariance">Receives <c>[n, LatentSize]</c> log variances; empty to skip them.</param>
    public void Encode(ReadOnlySpan<float> rows, Span<float> mean, Span<float> logVariance = default)
    {
        using var use = lifetime.Enter();
        var encode = requirements.Graph(graphs.Encode, "Encode", "encode");
        var count = CountRows(rows, "Encode", nameof(rows));
        RowArguments.CheckDestination(mean, count, LatentSize, "Encode", nameof(mean));
        if (!logVariance.IsEmpty)
        {
            requirements.Output(encode, "Encode", TensorRole.LogVariance);
            RowArguments.CheckDestination(logVariance, count, LatentSize, "Encode", nameof(logVariance));
        }
        encode.Run(rows, count, mean, logVariance);
    }

    /// <summary>Decodes codes.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <returns><c>[n, InputSize]</c> rows.</returns>
    public float[] Decode(ReadOnlySpan<float> codes)
    {
        var rows = RowArguments.NewArray(codes.Length / LatentSize, InputSize, "Decode", nameof(codes));
        Decode(codes, rows);
        return rows;
    }

    /// <summary>Decodes codes into the caller's memory.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <param name="rows">Receives <c>[n, InputSize]</c> rows.</param>
    public void Decode(ReadOnlySpan<float> codes, Span<float> rows)
    {
        using var use = lifetime.Enter();
        var decode = requirements.Graph(graphs.Decode, "Decode", "decode");
        var count = RowArguments.CountRows(codes, LatentSize, "Decode", nameof(codes));
        RowArguments.CheckDestination(rows, count, InputSize, "Decode", nameof(rows));
        decode.Run(codes, count, rows);
    }

    /// <summary>Encodes and decodes rows.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <returns><c>[n, InputSize]</c> reconstructed rows.</returns>
    public float[] Reconstruct(ReadOnlySpan<float> rows)
    {
        var reconstruction = new float[rows.Length];
        Reconstruct(rows, reconstruction);
        return reconstruction;
    }

    /// <summary>Encodes and decodes rows into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="reconstruction">Receives <c>[n, InputSize]</c> reconstructed rows.</param>
    public void Reconstruct(ReadOnlySpan<float> rows, Span<float> reconstruction)
    {
        using var use = lifetime.Enter();
        var reconstruct = requirements.Graph(graphs.Reconstruct, "Reconstruct", "reconstruct");
        var count = CountRows(rows, "Reconstruct", nameof(rows));
        RowArguments.CheckDestination(reconstruction, count, InputSize, "Reconstruct", nameof(reconstruction));
        reconstruct.Run(rows, count, reconstruction);
    }
}
