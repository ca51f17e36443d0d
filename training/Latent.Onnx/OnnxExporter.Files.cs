using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public static partial class OnnxExporter
{
    /// <summary>Exports a model to a file, which appears only if ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="model">A layer, a <c>Sequential</c> of layers, a <see cref="PortableModule"/> or a <see cref="PortableModel"/>, on the CPU and in evaluation mode.</param>
    /// <param name="path">Where to write; an existing file is replaced, at once.</param>
    /// <param name="inputs">The inputs: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export; nothing is left behind.</param>
    /// <returns>What was written, and how far the two are apart.</returns>
    /// <exception cref="ExportException">A layer has no converter, the model cannot be exported as it is, shapes do not fit, the path cannot be written, or ONNX Runtime computes something else.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module model, string path, IReadOnlyList<GraphInput> inputs, ExportOptions? options = null, CancellationToken cancellation = default) =>
        Export(model, ComputationOf(model, options), path, inputs, options, cancellation);

    /// <summary>Exports a model to a stream, to which nothing is written unless ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="model">A layer, a <c>Sequential</c> of layers, a <see cref="PortableModule"/> or a <see cref="PortableModel"/>, on the CPU and in evaluation mode.</param>
    /// <param name="stream">Where to write; it stays open. It holds the weights too, which are below 2 GB therefore.</param>
    /// <param name="inputs">The inputs: <c>Inputs.Create(("x", [Dim.Batch, 784]))</c>.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>What was written, and how far the two are apart.</returns>
    /// <exception cref="ExportException">As for a file; also weights that are to go beside the graph.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module model, Stream stream, IReadOnlyList<GraphInput> inputs, ExportOptions? options = null, CancellationToken cancellation = default) =>
        Export(model, ComputationOf(model, options), stream, inputs, options, cancellation);

    /// <summary>Exports a computation over a model's weights to a file, which appears only if ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="computation">What is computed, and the names of its outputs.</param>
    /// <param name="path">Where to write; an existing file is replaced, at once.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export; nothing is left behind.</param>
    /// <returns>What was written, and how far the two are apart.</returns>
    /// <exception cref="ExportException">A layer has no converter, the model cannot be exported as it is, shapes do not fit, the path cannot be written, or ONNX Runtime computes something else.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module root, IComputation computation, string path, IReadOnlyList<GraphInput> inputs, ExportOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new VerifiedExport(root, computation, inputs, options ?? new ExportOptions(), cancellation).ToFile(path);
    }

    /// <summary>Exports a computation over a model's weights to a stream, to which nothing is written unless ONNX Runtime agrees with TorchSharp on it.</summary>
    /// <param name="root">The module that owns the weights; its paths and keys name nodes and initializers.</param>
    /// <param name="computation">What is computed, and the names of its outputs.</param>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="inputs">The inputs, in the order of the computation.</param>
    /// <param name="options">How to write it; the defaults where null.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>What was written, and how far the two are apart.</returns>
    /// <exception cref="ExportException">As for a file; also weights that are to go beside the graph.</exception>
    /// <exception cref="OperationCanceledException">The export was ended.</exception>
    public static ExportReport Export(
        Module root, IComputation computation, Stream stream, IReadOnlyList<GraphInput> inputs, ExportOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new VerifiedExport(root, computation, inputs, options ?? new ExportOptions(), cancellation).ToStream(stream);
    }

    /// <summary>Compares a file with the model that it was exported from.</summary>
    /// <param name="model">The model, on the CPU and in evaluation mode.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">What to compare on: for each sample the inputs, in their order. None draws them as an export does.</param>
    /// <param name="options">What the file was exported with: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that computes something else.</returns>
    /// <exception cref="ExportException">The file is no graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(Module model, string onnx, IReadOnlyList<IReadOnlyList<Tensor>> samples, ExportOptions? options = null) =>
        Verify(model, ComputationOf(model, options), onnx, samples, options);

    /// <summary>Compares a file of one input with the model that it was exported from.</summary>
    /// <param name="model">The model, on the CPU and in evaluation mode.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">What to compare on, a tensor each.</param>
    /// <param name="options">What the file was exported with: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that computes something else.</returns>
    /// <exception cref="ExportException">The file is no graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(Module model, string onnx, IReadOnlyList<Tensor> samples, ExportOptions? options = null) =>
        Verify(model, onnx, [.. samples.Select(sample => (IReadOnlyList<Tensor>)[sample])], options);

    /// <summary>Compares a file with the computation that it was exported from.</summary>
    /// <param name="root">The module that owns the weights, on the CPU and in evaluation mode.</param>
    /// <param name="computation">What is computed.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">What to compare on: for each sample the inputs, in their order. None draws them as an export does.</param>
    /// <param name="options">What the file was exported with: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that computes something else.</returns>
    /// <exception cref="ExportException">The file is no graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(
        Module root, IComputation computation, string onnx, IReadOnlyList<IReadOnlyList<Tensor>> samples, ExportOptions? options = null)
    {
        options ??= new ExportOptions();
        if (!File.Exists(onnx))
            throw new ExportException($"There is no file '{onnx}'. Expected the graph that was exported of the model: check the path.");
        using var scope = NewDisposeScope();
        ModelState.Check(root);
        var inputs = OnnxModel.InputsOf(onnx);
        var sampled = samples.Count > 0 ? ParitySamples.Create(samples, inputs) : ParitySamples.Sample(inputs, options.Parity);
        var parity = new ParityRun(root, computation, inputs, options);
        var expected = parity.Expect(sampled, CancellationToken.None);
        using var session = ParityRun.Open(onnx);
        return parity.Report(onnx, parity.Compare(session, expected, CancellationToken.None));
    }

    private static IComputation ComputationOf(Module model, ExportOptions? options) =>
        model as IComputation ?? new ModuleComputation(model, options?.Outputs ?? [], options?.Converters ?? ConverterRegistry.Default);
}
