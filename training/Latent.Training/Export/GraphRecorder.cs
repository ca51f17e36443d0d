using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch.nn;

namespace Latent.Training.Export;

/// <summary>Records computations of a model as graphs of its bundle.</summary>
/// <param name="model">The trained model.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class GraphRecorder(Module model, ExportOptions options)
{
    /// <summary>Records a graph.</summary>
    /// <param name="role">The role of the graph, such as <c>encode</c>.</param>
    /// <param name="computation">The computation to record.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="outputs">The outputs, in the order of the computation.</param>
    public GraphSpec Record(string role, IGraphComputation computation, IReadOnlyList<TensorEntry> inputs, params IReadOnlyList<TensorEntry> outputs)
    {
        var named = options with { GraphName = role, Metadata = new Dictionary<string, string>(options.Metadata) { ["latent.role"] = role } };
        var computing = new NamedComputation(computation, [.. outputs.Select(output => output.Name)]);
        var onnx = OnnxExporter.Export(model, [.. inputs.Select(input => new GraphInput(input.Name, ShapeOf(input)))], computing.Run, named);
        return new GraphSpec(role, onnx, inputs, outputs, new GraphSource(model, computing, named));
    }

    private static Shape ShapeOf(TensorEntry tensor) =>
        new([.. tensor.Shape.Select(dimension => dimension.Size is { } size ? Dim.Fixed(size) : Dim.Symbolic(dimension.Symbol!))]);
}
