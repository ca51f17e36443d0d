namespace Latent.Onnx;

/// <summary>One of several graphs over the weights of one model.</summary>
/// <param name="Name">The name of the graph, and of its file <c>NAME.onnx</c>; unique among them.</param>
/// <param name="Computation">The computation, and the names of its outputs.</param>
/// <param name="Inputs">The inputs, in the order of the computation.</param>
public sealed record NamedGraph(string Name, IComputation Computation, IReadOnlyList<GraphInput> Inputs)
{
    /// <summary>How it is written and compared. Its graph name and the placement of its weights have no meaning here.</summary>
    public ExportOptions Options { get; init; } = new();
}
