using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>Compares the actual inputs and outputs of a graph with the manifest, before memory is bound to them.</summary>
internal static class SessionPorts
{
    private const int Symbolic = -1;

    public static void Check(ModelGraph graph, InferenceSession session)
    {
        if (session.InputMetadata.Count != 1)
            throw Mismatch(graph.Path, "one input", $"{session.InputMetadata.Count} inputs");

        Check(graph, graph.Input, session.InputMetadata);
        Check(graph, graph.First, session.OutputMetadata);
        if (graph.Second is { } second)
            Check(graph, second, session.OutputMetadata);
    }

    private static void Check(ModelGraph graph, GraphPort port, IReadOnlyDictionary<string, NodeMetadata> ports)
    {
        if (!ports.TryGetValue(port.Tensor.Name, out var actual))
            throw Mismatch(graph.Path, $"a tensor '{port.Tensor.Name}'", string.Join(", ", ports.Keys));

        if (!actual.IsTensor || actual.ElementDataType != TensorElementType.Float || !Agrees(port.RowShape, actual.Dimensions))
            throw Mismatch(
                graph.Path,
                $"'{port.Tensor.Name}' of float32 [{string.Join(", ", port.Tensor.Shape)}]",
                $"'{port.Tensor.Name}' of {Describe(actual)}");
    }

    private static bool Agrees(long[] rowShape, int[] actual) =>
        actual.Length == rowShape.Length + 1 && actual[0] == Symbolic &&
        rowShape.Zip(actual.Skip(1)).All(sizes => sizes.Second == Symbolic || sizes.Second == sizes.First);

    private static string Describe(NodeMetadata actual) => actual.IsTensor
        ? $"{actual.ElementDataType.ToString().ToLowerInvariant()} " +
          $"[{string.Join(", ", actual.Dimensions.Select(size => size == Symbolic ? "?" : $"{size}"))}]"
        : "not a tensor";

    private static BundleException Mismatch(string path, string expected, string received) =>
        new("A graph does not match the manifest.", path, expected, received, Fixes.WriteAgain);
}
