using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;

namespace Latent.Training.Evaluation;

/// <summary>The sensitivity of codes to their rows.</summary>
internal static class JacobianNorm
{
    // Values in the Jacobians of a chunk before the last product; it bounds the memory.
    private const long ValuesAtOnce = 4 << 20;

    /// <summary>Computes the Frobenius norm of the encoder's Jacobian in normalized units, a mean over rows.</summary>
    /// <param name="model">A model that <see cref="Contraction.Knows"/> supports, on the CPU.</param>
    /// <param name="rows">Raw rows, at least one.</param>
    public static double Compute(AutoencoderModel model, Dataset rows)
    {
        using var frozen = no_grad();
        var total = 0.0;
        var rowsAtOnce = (int)Math.Clamp(ValuesAtOnce / (model.LatentSize * model.Encoder.FeatureCount), 1, 512);
        for (var start = 0; start < rows.Count; start += rowsAtOnce)
        {
            using var scope = NewDisposeScope();
            var chunk = rows.Rows(start..Math.Min(rows.Count, start + rowsAtOnce)).ToArray();
            var x = model.Normalizer.Normalize<TensorValue>(tensor(chunk, [chunk.Length / rows.SampleSize, rows.SampleSize]));
            total += Contraction.SquaredNorm(model, x.Tensor).sqrt().sum().item<float>();
        }

        return total / rows.Count;
    }
}
