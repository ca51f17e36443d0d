using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch.nn;

namespace Latent.Training.Export;

/// <summary>Turns computations of a model into graphs of its bundle.</summary>
/// <param name="model">The trained model.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class GraphRecorder(Module model, ExportOptions options)
{
    /// <summary>Records a graph.</summary>
    /// <param name="role">Its role, such as <c>encode</c>.</param>
    /// <param name="computation">What it computes.</param>
    /// <param name="inputs">What goes in, in the order of the computation.</param>
    /// <param name="outputs">What comes out, in the order of the computation.</param>
    public GraphSpec Record<TComputation>(string role, TComputation computation, IReadOnlyList<TensorEntry> inputs, params IReadOnlyList<TensorEntry> outputs)
        where TComputation : IGraphComputation
    {
        var named = options with { GraphName = role, Metadata = new Dictionary<string, string>(options.Metadata) { ["latent.role"] = role } };
        var onnx = OnnxExporter.Export(
            model,
            [.. inputs.Select(input => new GraphInput(input.Name, ShapeOf(input)))],
            values => [.. outputs.Zip(computation.Run(values), (output, value) => (output.Name, value))],
            named);
        return new GraphSpec(role, onnx, inputs, outputs, tensors =>
            [.. computation.Run<TensorValue>([.. tensors.Select(tensor => (TensorValue)tensor)]).Select(value => value.Tensor)]);
    }

    private static Shape ShapeOf(TensorEntry tensor) =>
        new([.. tensor.Shape.Select(dimension => dimension.Size is { } size ? Dim.Fixed(size) : Dim.Symbolic(dimension.Symbol!))]);
}
