using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// ½ Σ (x - x̂)² over the features: the negative log-likelihood of a Gaussian decoder of unit variance, without its
/// constant. Variational models add a divergence in nats to it.
/// </summary>
internal sealed class HalfSquaredError : ReconstructionLoss
{
    /// <inheritdoc/>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output)
    {
        var difference = output.Apply(preActivation) - target;
        return (difference * difference).Sum([-1]) * 0.5f;
    }

    /// <inheritdoc/>
    internal override Tensor MeanOfRows(TensorValue preActivation, TensorValue target, OutputActivation output) =>
        nn.functional.mse_loss(output.Apply(preActivation).Tensor, target.Tensor) * Scalars.Get(target.Tensor.shape[1] / 2.0);
}
