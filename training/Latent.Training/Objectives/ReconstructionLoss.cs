using Latent.Onnx;
using Latent.Training.Layers;

namespace Latent.Training.Objectives;

/// <summary>
/// How far a reconstruction is from a row, written once: training minimises it on tensors, and the score graph of a
/// bundle holds it.
/// </summary>
public abstract class ReconstructionLoss
{
    /// <summary>The loss of each row.</summary>
    /// <param name="preActivation">The decoder before its output activation, [..., features].</param>
    /// <param name="target">Normalised rows, [..., features]; they broadcast.</param>
    /// <param name="output">The output activation.</param>
    /// <returns>[...].</returns>
    public abstract V OfRows<V>(V preActivation, V target, OutputActivation output)
        where V : struct, IValue<V>;
}
