using Latent.Bundles;
using Latent.Onnx;
using Latent.Runtime;
using Latent.Training.Export;
using Latent.Training.Models.Codec;

namespace Latent.Training.Codec;

/// <summary>Writes the graphs of a codec: analysis and synthesis, for pictures of any size.</summary>
/// <param name="model">The trained model.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class CodecGraphs(CodecModel model, ExportOptions options)
{
    /// <summary>Both graphs.</summary>
    public IReadOnlyList<GraphSpec> Build() =>
    [
        Graph(new Analysis(model), CodecEngine.AnalysisRole, Picture("picture", TensorRole.Input), Latents()),
        Graph(new Synthesis(model), CodecEngine.SynthesisRole, Latents(), Picture("reconstruction", TensorRole.Reconstruction)),
    ];

    private static TensorEntry Picture(string name, string role) => new() { Name = name, Role = role, Shape = ["batch", 1, "height", "width"] };

    private TensorEntry Latents() => new() { Name = "latents", Role = TensorRole.Code, Shape = ["batch", model.Options.Latent, "rows", "columns"] };

    private GraphSpec Graph<TComputation>(TComputation computation, string role, TensorEntry input, TensorEntry output)
        where TComputation : IComputation
    {
        var named = options with { GraphName = role, Metadata = new Dictionary<string, string>(options.Metadata) { ["latent.role"] = role } };
        Dim[] dims = [.. input.Shape.Select(dim => dim.Size is { } size ? Dim.Fixed(size) : Dim.Symbolic(dim.Symbol!))];
        var onnx = OnnxExporter.Export(model, [new GraphInput(input.Name, new Shape(dims))], values => [(output.Name, computation.Run(values[0]))], named);
        return new GraphSpec(role, onnx, [input], [output], values => [computation.Run<TensorValue>(values[0]).Tensor]);
    }

    /// <summary>A computation of the model, over either backend.</summary>
    private interface IComputation
    {
        V Run<V>(V x)
            where V : struct, IValue<V>;
    }

    private sealed record Analysis(CodecModel Model) : IComputation
    {
        public V Run<V>(V x)
            where V : struct, IValue<V> =>
            Model.Analyse(x);
    }

    private sealed record Synthesis(CodecModel Model) : IComputation
    {
        public V Run<V>(V x)
            where V : struct, IValue<V> =>
            Model.Synthesise(x);
    }
}
