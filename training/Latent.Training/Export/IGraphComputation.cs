using Latent.Onnx;

namespace Latent.Training.Export;

/// <summary>What a graph of a bundle computes, over either backend.</summary>
internal interface IGraphComputation
{
    /// <summary>The outputs, in the order of the graph.</summary>
    /// <param name="inputs">The inputs, likewise.</param>
    V[] Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>;
}
