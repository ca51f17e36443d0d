using System.Globalization;
using System.Text.RegularExpressions;
using Latent.Bundles;
using Latent.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Runs a computation in TorchSharp and its graph in ONNX Runtime, and compares.</summary>
internal sealed partial class ParityRun(Module root, IComputation computation, IReadOnlyList<GraphInput> inputs, ExportOptions options)
{
    private readonly double tolerance = options.Parity.Tolerance >= 0
        ? options.Parity.Tolerance
        : throw new ExportException(
            string.Create(CultureInfo.InvariantCulture, $"Parity.Tolerance is {options.Parity.Tolerance}. Expected 0 or more."));

    /// <summary>Computes samples in TorchSharp.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="cancellation">Ends it between two samples.</param>
    public IReadOnlyList<ExpectedSample> Expect(IReadOnlyList<ParitySample> samples, CancellationToken cancellation) =>
        [.. samples.Select(sample =>
    {
        cancellation.ThrowIfCancellationRequested();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var outputs = RunTorch(computation, sample);
        if (outputs.FirstOrDefault(output => output.Value.IsInvalid).Name is { } gone)
            throw new ExportException(
                $"The model has disposed of its output '{gone}' at {sample.Name}: " +
                "a layer of a Sequential, which disposes the inputs of its layers, returned its input. Expected a new tensor.");
        return new ExpectedSample(sample, [.. outputs.Select(output => TensorDifference.Named(output.Name, output.Value))]);
    })];

    /// <summary>Computes samples in ONNX Runtime and compares.</summary>
    /// <param name="session">The graph.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="cancellation">Ends the comparison between two samples.</param>
    public Comparison Compare(GraphSession session, IReadOnlyList<ExpectedSample> samples, CancellationToken cancellation)
    {
        var outputs = new List<OutputParity>();
        ParitySample? failed = null;
        foreach (var sample in samples)
        {
            cancellation.ThrowIfCancellationRequested();
            var compared = Compare(session, sample);
            if (failed is null && compared.Any(output => !(output.Difference <= tolerance)))
                failed = sample.Sample;
            outputs.AddRange(compared);
        }

        ExpectValues(outputs);
        return new Comparison([.. samples.Select(expected => expected.Sample)], outputs, failed);
    }

    /// <summary>Reports a comparison.</summary>
    /// <param name="path">The file of the graph, which is bisected where the two differ.</param>
    /// <param name="comparison">The comparison.</param>
    public ParityReport Report(string path, Comparison comparison) => new(Reproduction.Format(root, inputs, options, comparison.Samples))
    {
        Tolerance = tolerance,
        Outputs = comparison.Outputs,
        Divergence = comparison.Failed is null ? null : new Bisection(root, computation, inputs, options).Find(path, comparison.Failed),
    };

    /// <summary>A graph's inputs for ONNX Runtime.</summary>
    public static IReadOnlyList<NamedTensor> Named(IReadOnlyList<GraphInput> inputs, ParitySample sample) =>
        [.. inputs.Zip(sample.Inputs, (input, tensor) => TensorDifference.Named(input.Name, tensor))];

    /// <summary>Opens a graph.</summary>
    public static GraphSession Open(string path) => Loading(() => new GraphSession(path));

    /// <summary>Opens a graph over weights in memory.</summary>
    public static GraphSession Open(string path, IReadOnlyDictionary<string, MemoryTensor> memory) =>
        Loading(() => GraphSession.Over(path, memory));

    /// <summary>Runs a graph.</summary>
    public static IReadOnlyDictionary<string, NamedTensor> Run(GraphSession session, IReadOnlyList<NamedTensor> tensors)
    {
        try
        {
            return session.Run(tensors);
        }
        catch (BundleException exception)
        {
            throw new ExportException(
                $"ONNX Runtime cannot run the graph: {Reason(exception)} " +
                "Expected a valid graph: check the converters of the layers that the message names.",
                exception);
        }
    }

    private static GraphSession Loading(Func<GraphSession> open)
    {
        try
        {
            return open();
        }
        catch (BundleException exception)
        {
            throw new ExportException(
                $"ONNX Runtime cannot load the graph: {Reason(exception)} " +
                "Expected a valid graph: check the converters of the layers that the message names.",
                exception);
        }
    }

    // ONNX Runtime's own message, without the name of the temporary file.
    private static string Reason(BundleException exception) =>
        Sentence(FilePrefix().Replace(GraphSession.ReasonOf(exception), ""));

    private static string Sentence(string text) => text.EndsWith('.') ? text : $"{text}.";

    [GeneratedRegex(@"^Load model from .* failed:\s*")]
    private static partial Regex FilePrefix();

    // Two tensors without finite values agree, and prove nothing.
    private static void ExpectValues(IReadOnlyList<OutputParity> outputs)
    {
        if (outputs.FirstOrDefault(output => output.Compared == 0 && output.Shape.All(dim => dim != 0)) is { } blank)
            throw new ExportException(
                $"TorchSharp gives no finite number for output '{blank.Output}' at {blank.Sample}, so nothing can be compared. " +
                "Expected finite values: give samples that suit the model (ExportOptions.Parity.Samples), such as masks that hide some " +
                "keys, not all.");
        if (outputs.GroupBy(output => output.Output).FirstOrDefault(group => group.All(output => output.Compared == 0)) is { } empty)
            throw new ExportException(
                $"Output '{empty.Key}' is empty at {string.Join(", ", empty.Select(output => output.Sample))}, so nothing can be " +
                "compared. Expected elements: give extents above 0 (ExportOptions.Parity.Extents).");
    }

    private List<OutputParity> Compare(GraphSession session, ExpectedSample sample)
    {
        var received = Run(session, Named(inputs, sample.Sample));
        return [.. sample.Outputs.Select(output => received.TryGetValue(output.Name, out var tensor)
            ? TensorDifference.Compute(output, sample.Sample.Name, tensor)
            : throw new ExportException($"The graph has no output '{output.Name}'. It has: {string.Join(", ", session.OutputNames)}."))];
    }

    /// <summary>The outputs in TorchSharp.</summary>
    public static IReadOnlyList<(string Name, Tensor Value)> RunTorch(IComputation computation, ParitySample sample)
    {
        try
        {
            var outputs = computation.Run<TensorValue>([.. sample.Inputs.Select(tensor => (TensorValue)tensor)]);
            return [.. outputs.Select(output => (output.Name, output.Value.Tensor))];
        }
        catch (Exception exception) when (
            exception is System.Runtime.InteropServices.ExternalException or InvalidOperationException or ArgumentException)
        {
            throw new ExportException(
                $"The model cannot be run at {sample.Name}: {Sentence(exception.Message.Split('\n')[0].Trim())} " +
                "Give extents or samples that it takes (ExportOptions.Parity).",
                exception);
        }
    }
}
