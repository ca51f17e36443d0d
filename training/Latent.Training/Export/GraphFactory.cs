using Latent.Bundles;
using Latent.Onnx;

namespace Latent.Training.Export;

/// <summary>Describes the graphs of a bundle.</summary>
/// <param name="options">Operator set and metadata.</param>
internal sealed class GraphFactory(ExportOptions options)
{
    /// <summary>Describes a graph; its nodes are recorded at export.</summary>
    /// <param name="role">The role of the graph, such as <c>encode</c>.</param>
    /// <param name="computation">The computation of the graph.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="outputs">The outputs, in the order of the computation.</param>
    public GraphSpec Create(
        string role, IGraphComputation computation, IReadOnlyList<TensorEntry> inputs, params IReadOnlyList<TensorEntry> outputs)
    {
        var named = new NamedComputation(computation, [.. outputs.Select(output => output.Name)]);
        var graph = new NamedGraph(role, named, [.. inputs.Select(input => new GraphInput(input.Name, ShapeOf(input)))])
        {
            Options = options with { Metadata = new Dictionary<string, string>(options.Metadata) { ["latent.role"] = role } },
        };
        return new GraphSpec(role, graph, inputs, outputs);
    }

    private static Shape ShapeOf(TensorEntry tensor) =>
        new([.. tensor.Shape.Select(dimension => dimension.Size is { } size ? Dim.Fixed(size) : Dim.Symbolic(dimension.Symbol!))]);
}
