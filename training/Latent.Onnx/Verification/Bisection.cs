using Latent.Bundles;
using Latent.Onnx.Files;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>
/// Finds the first node that differs from its module: the inputs and outputs of all layers, and of
/// the parts of attention within them, become outputs of a copy of the graph, and are compared in the order of computation.
/// </summary>
internal sealed class Bisection(Module root, IComputation computation, IReadOnlyList<GraphInput> inputs, ExportOptions options)
{
    /// <summary>The first node that differs; null where no value inside the graph has a counterpart that differs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sample">A sample on which an output differs.</param>
    public Divergence? Find(string path, ParitySample sample)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var graph = new GraphBuilder(root, options, []);
        GraphRecording.Record(graph, inputs, computation.Run, options);
        var checkpoints = Checkpoints(graph, sample);
        var nodes = new NodeIndex(OnnxModel.Load(path).Graph);
        var differences = Measure(path, sample, [.. checkpoints.Where(checkpoint => nodes.Producer(checkpoint.Edge) is not null)]);
        var first = differences.FindIndex(entry => !(entry.Difference <= options.Parity.Tolerance));
        if (first < 0)
            return null;

        var agreeing = differences.Take(first).Select(entry => entry.Edge).ToHashSet();
        return Describe(graph, nodes, differences[first].Edge, differences[first].Difference, agreeing);
    }

    private List<ComparedEdge> Checkpoints(GraphBuilder graph, ParitySample sample)
    {
        var (outputs, record) = TensorRecorder.Record(root, () => ParityRun.RunTorch(computation, sample));
        var used = new Dictionary<string, int>();
        var found = new List<ComparedEdge>();
        foreach (var call in graph.Calls)
        {
            var number = used[call.Path] = used.GetValueOrDefault(call.Path) + 1;
            if (record.CallsOf(call.Path).ElementAtOrDefault(number - 1) is { } seen)
                found.AddRange([.. Paired(graph, call.Inputs, seen.Inputs), .. Paired(graph, [.. call.Outputs], seen.Outputs)]);
        }

        found.AddRange(outputs.Select(output => new ComparedEdge(output.Name, output.Value, ElementType.Float32)));
        return [.. found.DistinctBy(checkpoint => checkpoint.Edge)];
    }

    private static IEnumerable<ComparedEdge> Paired(GraphBuilder graph, IReadOnlyList<GraphValue?> edges, IReadOnlyList<Tensor?> tensors) =>
        edges
        .Zip(tensors)
        .Where(pair => pair.First is { Name: not null } && pair.Second is { dtype: ScalarType.Float32 or ScalarType.Int64 })
        .Select(pair => new ComparedEdge(graph.NameOf(pair.First!.Value), pair.Second!, pair.First!.Value.Type));

    // Edges that are already outputs of the graph need not be added.
    private List<(string Edge, double Difference)> Measure(string path, ParitySample sample, IReadOnlyList<ComparedEdge> checkpoints)
    {
        var folder = Directory.CreateTempSubdirectory("latent-onnx-");
        try
        {
            var copy = Path.Combine(folder.FullName, "graph.onnx");
            var weights = new WeightsFile("graph.data");
            OnnxModel.Load(path).WithOutputs(checkpoints.Select(checkpoint => (checkpoint.Edge, checkpoint.Type))).Save(copy, weights);
            weights.Save(folder.FullName);
            using var session = ParityRun.Open(copy);
            var received = ParityRun.Run(session, ParityRun.Named(inputs, sample));
            return [.. checkpoints.Select(checkpoint => (checkpoint.Edge, DifferenceOf(checkpoint, sample, received[checkpoint.Edge])))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double DifferenceOf(ComparedEdge checkpoint, ParitySample sample, NamedTensor received) =>
        TensorDifference.Compute(TensorDifference.Named(checkpoint.Edge, checkpoint.Value), sample.Name, received).Difference;

    private Divergence Describe(GraphBuilder graph, NodeIndex nodes, string edge, double difference, IReadOnlySet<string> agreeing)
    {
        var node = nodes.Producer(edge)!;
        var path = NodeIndex.PathOf(node, graph.Calls);
        var layer = graph.Calls.LastOrDefault(call => call.Path == path)?.Layer ?? ModuleNames.KindOf(root);
        return new Divergence(node.Name, node.OpType, path, layer, difference)
        {
            Suspects = [.. nodes.Between(agreeing, node).Select(suspect => suspect.Name)],
        };
    }
}
