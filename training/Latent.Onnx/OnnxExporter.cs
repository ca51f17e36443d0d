using Latent.Onnx.Schema;
using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// Turns TorchSharp modules into ONNX graphs. Graphs hold inference semantics by construction: no randomness,
/// dropout vanishes. The same weights give the same bytes. What is exported to a file or a stream is compared with the
/// model first: no file appears that ONNX Runtime computes otherwise than TorchSharp.
/// </summary>
public static partial class OnnxExporter
{
    /// <summary>Exports a module of one tensor: any <c>Sequential</c> of supported layers, or a <see cref="PortableModule"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input, with its symbolic dimensions.</param>
    /// <param name="outputName">The name of the output.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <exception cref="ExportException">A layer has no converter, a module is in training mode, a weight is not finite, or shapes do not fit.</exception>
    public static OnnxModel Export(Module<Tensor, Tensor> model, GraphInput input, string outputName = "y", ExportOptions? options = null) =>
        Export(model, [input], values => [(outputName, values[0].Apply(model))], options);

    /// <summary>Exports a forward pass written over <see cref="GraphValue"/>, with any number of inputs and outputs.</summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="inputs">The inputs, with their symbolic dimensions.</param>
    /// <param name="forward">Computes the outputs, each with its name, from the inputs in their order.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <exception cref="ExportException">A layer has no converter, a module is in training mode, a weight is not finite, or shapes do not fit.</exception>
    public static OnnxModel Export(
        Module root,
        IReadOnlyList<GraphInput> inputs,
        Func<IReadOnlyList<GraphValue>, IReadOnlyList<(string Name, GraphValue Value)>> forward,
        ExportOptions? options = null)
    {
        ModelState.CheckEvaluates(root);
        options ??= new ExportOptions();
        var graph = new GraphBuilder(root, options);
        return new OnnxModel(Record(graph, inputs, forward, options));
    }

    /// <summary>Records a forward pass into a graph, and wraps it as a file does.</summary>
    internal static ModelProto Record(
        GraphBuilder graph,
        IReadOnlyList<GraphInput> inputs,
        Func<IReadOnlyList<GraphValue>, IReadOnlyList<(string Name, GraphValue Value)>> forward,
        ExportOptions options)
    {
        var irVersion = Opset.IrVersion(options.Opset);
        foreach (var (name, value) in forward([.. inputs.Select(graph.Input)]))
            graph.Output(name, value);
        return Wrap(graph.Build(), irVersion, options);
    }

    private static ModelProto Wrap(GraphProto graph, int irVersion, ExportOptions options)
    {
        var model = new ModelProto
        {
            IrVersion = irVersion,
            ProducerName = "Latent.Onnx",
            ProducerVersion = typeof(OnnxExporter).Assembly.GetName().Version?.ToString(3) ?? "",
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = options.Opset } },
        };
        foreach (var (key, value) in options.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return model;
    }
}
