using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public static partial class OnnxExporter
{
    /// <summary>
    /// Records a module of one tensor, without a comparison: any <c>Sequential</c> of supported layers, or a
    /// <see cref="PortableModule"/>.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="input">The input, with its symbolic dimensions.</param>
    /// <param name="outputName">The name of the output.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <exception cref="ExportException">A layer has no converter, a module is in training mode, a weight is not finite, or shapes do
    /// not fit.</exception>
    public static OnnxModel Record(
        Module<Tensor, Tensor> model, GraphInput input, string outputName = "y", ExportOptions? options = null) =>
        Record(model, [input], values => [(outputName, values[0].Apply(model))], options);

    /// <summary>
    /// Records a forward pass written over <see cref="GraphValue"/>, with any number of inputs and outputs, without a comparison.
    /// </summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="inputs">The inputs, with their symbolic dimensions.</param>
    /// <param name="forward">Computes the outputs, each with its name, from the inputs in their order.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <exception cref="ExportException">A layer has no converter, a module is in training mode, a weight is not finite, or shapes do
    /// not fit.</exception>
    public static OnnxModel Record(
        Module root,
        IReadOnlyList<GraphInput> inputs,
        Func<IReadOnlyList<GraphValue>, IReadOnlyList<(string Name, GraphValue Value)>> forward,
        ExportOptions? options = null)
    {
        ModelState.CheckEvaluates(root);
        options ??= new ExportOptions();
        var graph = new GraphBuilder(root, options);
        return new OnnxModel(GraphRecording.Record(graph, inputs, forward, options));
    }

    /// <summary>
    /// Records a model to a file without a comparison: for models so large that they cannot be run where they are exported.
    /// </summary>
    /// <param name="model">A layer, a <c>Sequential</c> of layers, a <see cref="PortableModule"/> or a <see cref="PortableModel"/>, on
    /// the CPU and in evaluation mode.</param>
    /// <param name="path">The file; an existing one is replaced, at once.</param>
    /// <param name="inputs">The inputs: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the writing; nothing is left behind.</param>
    /// <returns>The report, without a comparison.</returns>
    /// <exception cref="ExportException">A layer has no converter, the model cannot be exported as it is, shapes do not fit, or the path
    /// cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static ExportReport Record(
        Module model,
        string path,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SingleExport(
            model, ComputationOf(model, options), inputs, options ?? new ExportOptions(), isCompared: false, cancellation).ToFile(path);
    }
}
