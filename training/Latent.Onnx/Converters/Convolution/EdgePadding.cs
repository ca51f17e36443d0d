namespace Latent.Onnx.Converters;

/// <summary>Padding of the last dimensions of a value; one number per dimension, outermost first.</summary>
/// <param name="Begin">The number of elements before; negative numbers crop, in constant mode.</param>
/// <param name="End">The number of elements after.</param>
internal sealed record EdgePadding(long[] Begin, long[] End)
{
    /// <summary>Padding in PyTorch's order: begin and end of the last dimension, of the one before it, and so on.</summary>
    public static EdgePadding FromTheEnd(long[] pairs) => new(
        [.. pairs.Where((_, i) => i % 2 == 0).Reverse()],
        [.. pairs.Where((_, i) => i % 2 == 1).Reverse()]);

    /// <summary>Pads with a constant.</summary>
    public GraphValue Constant(GraphBuilder graph, GraphValue x, float value) =>
        graph.Node("Pad", [x, Amounts(graph, x), graph.Constant(value)], Grown(x.Shape), x.Type, ("mode", "constant"));

    /// <summary>Pads by reflection; the edge itself is not repeated.</summary>
    public GraphValue Reflect(GraphBuilder graph, string layer, GraphValue x)
    {
        Expect(layer, x.Shape, "reflects", 1);
        return graph.Node("Pad", [x, Amounts(graph, x)], Grown(x.Shape), x.Type, ("mode", "reflect"));
    }

    /// <summary>Pads by replication of the edge.</summary>
    public GraphValue Replicate(GraphBuilder graph, string layer, GraphValue x)
    {
        Expect(layer, x.Shape, "replicates", long.MinValue);
        return graph.Node("Pad", [x, Amounts(graph, x)], Grown(x.Shape), x.Type, ("mode", "edge"));
    }

    /// <summary>Pads circularly: ONNX has this mode only from opset 19 on, slices work everywhere.</summary>
    public GraphValue Wrap(GraphBuilder graph, string layer, GraphValue x)
    {
        Expect(layer, x.Shape, "wraps", 0);
        for (var i = 0; i < Begin.Length; i++)
            x = Wrapped(graph, x, x.Shape.Count - Begin.Length + i, Begin[i], End[i]);
        return x;
    }

    private static GraphValue Wrapped(GraphBuilder graph, GraphValue x, int axis, long begin, long end)
    {
        List<GraphValue> parts = [x];
        if (begin > 0)
            parts.Insert(0, Part(graph, x, axis, -begin, long.MaxValue, begin));
        if (end > 0)
            parts.Add(Part(graph, x, axis, 0, end, end));
        var shape = x.Shape.With(axis, SymbolicExtent.Add(x.Shape[axis], begin + end));
        return parts.Count == 1 ? x : graph.Node("Concat", [.. parts], shape, x.Type, ("axis", (long)axis));
    }

    private static GraphValue Part(GraphBuilder graph, GraphValue x, int axis, long start, long end, long extent) => graph.Node(
        "Slice", [x, graph.Constant([start]), graph.Constant([end]), graph.Constant([axis])], x.Shape.With(axis, extent), x.Type);

    private GraphValue Amounts(GraphBuilder graph, GraphValue x)
    {
        var none = new long[x.Shape.Count - Begin.Length];
        return graph.Constant([.. none, .. Begin, .. none, .. End]);
    }

    private Shape Grown(Shape shape)
    {
        var first = shape.Count - Begin.Length;
        return new Shape(
            [.. shape.Select((dim, axis) => axis < first ? dim : SymbolicExtent.Add(dim, Begin[axis - first] + End[axis - first]))]);
    }

    // Reflection and wrapping need as many elements: at most the extent, minus 1 where the edge is not repeated.
    private void Expect(string layer, Shape shape, string action, long less)
    {
        for (var i = 0; i < Begin.Length; i++)
        {
            var axis = shape.Count - Begin.Length + i;
            if (Begin[i] < 0 || End[i] < 0 || (shape[axis].Extent is { } extent && less >= 0 && Math.Max(Begin[i], End[i]) > extent - less))
                throw new ExportException(
                    $"{layer} {action} {Begin[i]} and {End[i]} elements of dimension {axis} of {shape}. " +
                    $"Expected 0 to {(less < 0 || shape[axis].Extent is null ? "the extent" : $"{shape[axis].Extent - less}")}.");
        }
    }
}
