using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public static partial class OnnxExporter
{
    /// <summary>Compares a file with the model that it was exported from.</summary>
    /// <param name="model">The model, on the CPU and in evaluation mode.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">The samples: for each one the inputs, in their order. If empty, random ones as in an export.</param>
    /// <param name="options">The options of the export: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that differs.</returns>
    /// <exception cref="ExportException">The file is not a graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(
        Module model, string onnx, IReadOnlyList<IReadOnlyList<Tensor>> samples, ExportOptions? options = null) =>
        Verify(model, ComputationOf(model, options), onnx, samples, options);

    /// <summary>Compares a file of one input with the model that it was exported from.</summary>
    /// <param name="model">The model, on the CPU and in evaluation mode.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">The samples, one tensor each.</param>
    /// <param name="options">The options of the export: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that differs.</returns>
    /// <exception cref="ExportException">The file is not a graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(Module model, string onnx, IReadOnlyList<Tensor> samples, ExportOptions? options = null) =>
        Verify(model, onnx, [.. samples.Select(sample => (IReadOnlyList<Tensor>)[sample])], options);

    /// <summary>Compares a file with the computation that it was exported from.</summary>
    /// <param name="root">The module that owns the weights, on the CPU and in evaluation mode.</param>
    /// <param name="computation">The computation.</param>
    /// <param name="onnx">The file; weights in a file of their own lie beside it.</param>
    /// <param name="samples">The samples: for each one the inputs, in their order. If empty, random ones as in an export.</param>
    /// <param name="options">The options of the export: converters, operator set, tolerance; the defaults where null.</param>
    /// <returns>The differences by output and sample; where one is too large, the first node that differs.</returns>
    /// <exception cref="ExportException">The file is not a graph of this model, or the model cannot be run on the samples.</exception>
    public static ParityReport Verify(
        Module root, IComputation computation, string onnx, IReadOnlyList<IReadOnlyList<Tensor>> samples, ExportOptions? options = null)
    {
        options ??= new ExportOptions();
        if (!File.Exists(onnx))
            throw new ExportException($"There is no file '{onnx}'. Expected the graph that was exported of the model: check the path.");
        using var scope = NewDisposeScope();
        ModelState.Check(root);
        var inputs = OnnxModel.InputsOf(onnx);
        var inputSamples = samples.Count > 0 ? ParitySamples.Create(samples, inputs) : ParitySamples.Sample(inputs, options.Parity);
        var parity = new ParityRun(root, computation, inputs, options);
        var expected = parity.Expect(inputSamples, CancellationToken.None);
        using var session = ParityRun.Open(onnx);
        return parity.Report(onnx, parity.Compare(session, expected, CancellationToken.None));
    }
}
