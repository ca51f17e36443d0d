using Latent.Onnx;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The reconstruction loss, written once: training minimises it on tensors, and the score graph of a bundle contains it.</summary>
internal abstract class ReconstructionLoss
{
    /// <summary>Computes the loss of each row.</summary>
    /// <param name="preActivation">The decoder before its output activation, [..., features].</param>
    /// <param name="target">Normalised rows, [..., features]; broadcast.</param>
    /// <param name="output">The output activation.</param>
    /// <returns>[...].</returns>
    public abstract V OfRows<V>(V preActivation, V target, OutputActivation output)
        where V : struct, IValue<V>;

    /// <summary>
    /// Computes the mean loss over the rows of a batch. Overridden where libtorch has a single operation for it, which is
    /// faster and equal up to rounding.
    /// </summary>
    /// <param name="preActivation">The decoder before its output activation, [batch, features].</param>
    /// <param name="target">Normalised rows, [batch, features].</param>
    /// <param name="output">The output activation.</param>
    /// <returns>A scalar.</returns>
    internal virtual Tensor MeanOfRows(TensorValue preActivation, TensorValue target, OutputActivation output) =>
        OfRows(preActivation, target, output).Tensor.mean();
}
