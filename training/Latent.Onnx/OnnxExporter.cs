using Latent.Onnx.Verification;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// Turns TorchSharp modules into ONNX graphs. Graphs hold inference semantics by construction: no randomness, dropout vanishes.
/// The same weights give the same bytes. <c>Export</c> always compares: no file appears that ONNX Runtime computes differently
/// from TorchSharp. <c>Record</c> writes a graph without a comparison.
/// </summary>
public static partial class OnnxExporter
{
    /// <summary>Exports a model to a file, which appears only if ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="model">A layer, a <c>Sequential</c> of layers, a <see cref="PortableModule"/> or a <see cref="PortableModel"/>, on
    /// the CPU and in evaluation mode.</param>
    /// <param name="path">The file to write; an existing one is replaced atomically.</param>
    /// <param name="inputs">The inputs: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export; nothing is left behind.</param>
    /// <returns>The report, with the comparison.</returns>
    /// <exception cref="ExportException">A layer has no converter, the model cannot be exported as it is, shapes do not fit, the path
    /// cannot be written, or ONNX Runtime differs from TorchSharp.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module model,
        string path,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions? options = null,
        CancellationToken cancellation = default) =>
        Export(model, ComputationOf(model, options), path, inputs, options, cancellation);

    /// <summary>Exports a model to a stream; nothing is written unless ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="model">A layer, a <c>Sequential</c> of layers, a <see cref="PortableModule"/> or a <see cref="PortableModel"/>, on
    /// the CPU and in evaluation mode.</param>
    /// <param name="stream">The stream to write to; it stays open. It holds the weights too, so they must be below 2 GB.</param>
    /// <param name="inputs">The inputs: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>The report, with the comparison.</returns>
    /// <exception cref="ExportException">As for a file; also weights that are to go beside the graph.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module model,
        Stream stream,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions? options = null,
        CancellationToken cancellation = default) =>
        Export(model, ComputationOf(model, options), stream, inputs, options, cancellation);

    /// <summary>
    /// Exports a computation over a model's weights to a file, which appears only if ONNX Runtime agrees with TorchSharp on it.
    /// </summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="computation">The computation, and the names of its outputs.</param>
    /// <param name="path">The file to write; an existing one is replaced atomically.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export; nothing is left behind.</param>
    /// <returns>The report, with the comparison.</returns>
    /// <exception cref="ExportException">A layer has no converter, the model cannot be exported as it is, shapes do not fit, the path
    /// cannot be written, or ONNX Runtime differs from TorchSharp.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module root,
        IComputation computation,
        string path,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SingleExport(root, computation, inputs, options ?? new ExportOptions(), isCompared: true, cancellation).ToFile(path);
    }

    /// <summary>
    /// Exports a computation over a model's weights to a stream; nothing is written unless ONNX Runtime agrees with TorchSharp on it.
    /// </summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="computation">The computation, and the names of its outputs.</param>
    /// <param name="stream">The stream to write to; it stays open.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>The report, with the comparison.</returns>
    /// <exception cref="ExportException">As for a file; also weights that are to go beside the graph.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module root,
        IComputation computation,
        Stream stream,
        IReadOnlyList<GraphInput> inputs,
        ExportOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SingleExport(root, computation, inputs, options ?? new ExportOptions(), isCompared: true, cancellation).ToStream(stream);
    }

    /// <summary>
    /// Exports several graphs over a model's weights, which lie once in one file beside them. No file appears unless ONNX Runtime
    /// agrees with TorchSharp on every graph.
    /// </summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="graphs">The graphs; each becomes the file <c>NAME.onnx</c>.</param>
    /// <param name="folder">The folder to write to, which exists; files in it are replaced.</param>
    /// <param name="weights">The name of the weights' file.</param>
    /// <param name="cancellation">Ends the export; nothing is left behind.</param>
    /// <returns>The reports of the graphs, in their order.</returns>
    /// <exception cref="DivergenceException">ONNX Runtime disagrees with TorchSharp on a graph.</exception>
    /// <exception cref="ExportException">Two graphs have one name, or the errors of a single graph.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static IReadOnlyList<ExportReport> Export(
        Module root,
        IReadOnlyList<NamedGraph> graphs,
        string folder,
        string weights = "weights.bin",
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(weights);
        return new SharedExport(root, graphs, weights, cancellation).ToFolder(folder);
    }

    private static IComputation ComputationOf(Module model, ExportOptions? options) =>
        model as IComputation ?? new ModuleComputation(model, options?.Outputs ?? [], options?.Converters ?? ConverterRegistry.Default);
}
