using Latent.Bundles;
using Latent.Codecs;
using Latent.Onnx;
using Latent.Training.Export;

namespace Latent.Training.Codecs;

/// <summary>Builds the graphs of a codec: analysis and synthesis, for images of any size.</summary>
/// <param name="model">The trained model.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class CodecGraphs(CodecModel model, ExportOptions options)
{
    /// <summary>Builds both graphs.</summary>
    public IReadOnlyList<GraphSpec> Build() =>
    [
        // The ONNX input name stays 'picture' for compatibility.
        Graph(new Analysis(model), CodecEngine.AnalysisRole, Image("picture", TensorRole.Input), Latents()),
        Graph(new Synthesis(model), CodecEngine.SynthesisRole, Latents(), Image("reconstruction", TensorRole.Reconstruction)),
    ];

    private static TensorEntry Image(string name, string role) =>
        new() { Name = name, Role = role, Shape = ["batch", 1, "height", "width"] };

    private TensorEntry Latents() =>
        new() { Name = "latents", Role = TensorRole.Code, Shape = ["batch", model.Options.Latent, "rows", "columns"] };

    private GraphSpec Graph<TComputation>(TComputation computation, string role, TensorEntry input, TensorEntry output)
        where TComputation : IGraphComputation =>
        new GraphFactory(options).Create(role, computation, [input], output);

    private sealed record Analysis(CodecModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Analyse(inputs[0])];
    }

    private sealed record Synthesis(CodecModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Synthesise(inputs[0])];
    }
}
