using Latent.Onnx;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The mean over features of (x - x̂)². Training averages it over rows, as <c>nn.MSELoss</c> does.</summary>
internal sealed class MeanSquaredError : ReconstructionLoss
{
    /// <inheritdoc/>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output)
    {
        var difference = output.Apply(preActivation) - target;
        return (difference * difference).Mean([-1]);
    }

    /// <inheritdoc/>
    internal override Tensor MeanOfRows(TensorValue preActivation, TensorValue target, OutputActivation output) =>
        nn.functional.mse_loss(output.Apply(preActivation).Tensor, target.Tensor);
}
