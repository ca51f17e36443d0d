using Latent.Onnx.Schema;

namespace Latent.Onnx.Verification;

/// <summary>Finds the nodes of a graph by their outputs.</summary>
internal sealed class NodeIndex(GraphProto graph)
{
    private readonly Dictionary<string, NodeProto> producers =
        graph.Node.SelectMany(node => node.Output.Where(output => output.Length > 0).Select(output => (output, node))).ToDictionary();

    /// <summary>The path of the module that a node comes from: nodes are named by it.</summary>
    public static string PathOf(NodeProto node, IReadOnlyList<LayerCall> calls) =>
        calls.Select(call => call.Path).Where(path => node.Name.StartsWith($"{path}/", StringComparison.Ordinal)).MaxBy(path => path.Length)
            ?? "";

    /// <summary>The node that produces an edge; null for inputs, weights and unknown names.</summary>
    public NodeProto? Producer(string edge) => producers.GetValueOrDefault(edge);

    /// <summary>The nodes from edges that are known to agree up to a node, included, in the order of the graph.</summary>
    public IEnumerable<NodeProto> Between(IReadOnlySet<string> right, NodeProto last)
    {
        var reached = new HashSet<NodeProto>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<NodeProto>([last]);
        while (waiting.TryPop(out var node))
        {
            if (!reached.Add(node))
                continue;
            foreach (var input in node.Input.Where(input => !right.Contains(input)))
            {
                if (Producer(input) is { } before)
                    waiting.Push(before);
            }
        }

        return graph.Node.Where(reached.Contains);
    }
}
