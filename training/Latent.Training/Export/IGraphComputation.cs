using Latent.Onnx;

namespace Latent.Training.Export;

/// <summary>The computation of a graph in a bundle, for TorchSharp and ONNX values alike.</summary>
internal interface IGraphComputation
{
    /// <summary>Computes the outputs, in the order of the graph.</summary>
    /// <param name="inputs">The inputs, in the order of the graph.</param>
    V[] Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>;
}
