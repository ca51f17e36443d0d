using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>A kind of layer, described over its type.</summary>
/// <typeparam name="TLayer">The type of the layer.</typeparam>
internal sealed class LayerKind<TLayer>() : LayerKind(typeof(TLayer))
    where TLayer : Module
{
    /// <summary>Records the nodes that compute what the layer computes in evaluation mode; omitted inputs are null.</summary>
    public required Func<GraphBuilder, TLayer, IReadOnlyList<GraphValue?>, IReadOnlyList<GraphValue>> Convert { get; init; }

    /// <summary>Runs the layer on tensors; omitted inputs are null. Default: its forward over the tensors in their order.</summary>
    public Func<TLayer, IReadOnlyList<Tensor?>, Tensor[]>? Run { get; init; }

    /// <summary>The same layer with its optional outputs. Default: none are optional.</summary>
    public LayerKind<TLayer>? WithAllOutputs { get; init; }

    /// <summary>The calls of parts of the layer that TorchSharp does not show as modules. Default: none.</summary>
    public Func<TLayer, TensorCall, IReadOnlyList<(string Path, TensorCall Call)>>? Parts { get; init; }

    public override IReadOnlyList<GraphValue> ToNodes(
        GraphBuilder graph, Module module, IReadOnlyList<GraphValue?> inputs, bool allOutputs) =>
        allOutputs && WithAllOutputs is { } complete
            ? complete.ToNodes(graph, module, inputs, allOutputs)
            : Convert(graph, (TLayer)module, Filled(inputs));

    public override Tensor[]? RunOn(Module module, IReadOnlyList<Tensor?> inputs, bool allOutputs) =>
        allOutputs && WithAllOutputs is { } complete
            ? complete.RunOn(module, inputs, allOutputs)
            : Run?.Invoke((TLayer)module, Filled(inputs));

    public override IReadOnlyList<(string Path, TensorCall Call)> PartsOf(Module module, TensorCall call) =>
        Parts?.Invoke((TLayer)module, call) ?? [];
}
