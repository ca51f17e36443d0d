using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>A kind of layer: the tensors it takes, the nodes it becomes, and how TorchSharp runs it.</summary>
/// <param name="layer">The type of the layer.</param>
internal abstract class LayerKind(Type layer)
{
    /// <summary>The type of the layer.</summary>
    public Type Layer { get; } = layer;

    /// <summary>The tensors that the layer takes; null where its forward says so.</summary>
    public Signature? Signature { get; init; }

    /// <summary>Records the nodes that compute what the layer computes in evaluation mode.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="module">The layer.</param>
    /// <param name="inputs">The inputs; omitted ones are null, or missing at the end.</param>
    /// <param name="allOutputs">Whether optional outputs are computed too.</param>
    public abstract IReadOnlyList<GraphValue> ToNodes(
        GraphBuilder graph, Module module, IReadOnlyList<GraphValue?> inputs, bool allOutputs);

    /// <summary>Runs the layer on tensors; null where that is its forward over the tensors in their order.</summary>
    /// <param name="module">The layer.</param>
    /// <param name="inputs">The inputs; omitted ones are null, or missing at the end.</param>
    /// <param name="allOutputs">Whether optional outputs are computed too.</param>
    public abstract Tensor[]? RunOn(Module module, IReadOnlyList<Tensor?> inputs, bool allOutputs);

    /// <summary>
    /// The calls of the layer's parts that TorchSharp does not show as modules, by their paths within it, in order; none for most
    /// layers.
    /// </summary>
    /// <param name="module">The layer.</param>
    /// <param name="call">A call of the layer.</param>
    public abstract IReadOnlyList<(string Path, TensorCall Call)> PartsOf(Module module, TensorCall call);

    /// <summary>Inputs with null for those missing at the end.</summary>
    protected IReadOnlyList<T> Filled<T>(IReadOnlyList<T> inputs) =>
        Signature is { } signature && inputs.Count < signature.Inputs ? [.. inputs, .. new T[signature.Inputs - inputs.Count]] : inputs;
}
