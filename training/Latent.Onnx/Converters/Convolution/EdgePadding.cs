namespace Latent.Onnx.Converters;

/// <summary>What stands beyond the edges of the last dimensions of a value; one number a dimension, outermost first.</summary>
/// <param name="Begin">How much is added in front; what is negative is cut off, where the mode is constant.</param>
/// <param name="End">How much is added behind.</param>
internal sealed record EdgePadding(long[] Begin, long[] End)
{
    /// <summary>Padding as PyTorch lists it: front and back of the last dimension, of the one before it, and so on.</summary>
    public static EdgePadding FromTheEnd(long[] pairs) => new(
        [.. pairs.Where((_, i) => i % 2 == 0).Reverse()],
        [.. pairs.Where((_, i) => i % 2 == 1).Reverse()]);

    /// <summary>The same number everywhere beyond the edges.</summary>
    public GraphValue Constant(GraphBuilder graph, GraphValue x, float value) =>
        graph.Node("Pad", [x, Amounts(graph, x), graph.Constant(value)], Grown(x.Shape), x.Type, ("mode", "constant"));

    /// <summary>The value mirrored at its edges, which are not repeated.</summary>
    public GraphValue Reflect(GraphBuilder graph, string layer, GraphValue x)
    {
        Expect(layer, x.Shape, "reflects", 1);
        return graph.Node("Pad", [x, Amounts(graph, x)], Grown(x.Shape), x.Type, ("mode", "reflect"));
    }

    /// <summary>The outermost elements repeated.</summary>
    public GraphValue Replicate(GraphBuilder graph, string layer, GraphValue x)
    {
        Expect(layer, x.Shape, "replicates", long.MinValue);
        return graph.Node("Pad", [x, Amounts(graph, x)], Grown(x.Shape), x.Type, ("mode", "edge"));
    }

    /// <summary>The far end in front and the near end behind: ONNX pads so only from opset 19 on, slices work everywhere.</summary>
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
        return new Shape([.. shape.Select((dim, axis) => axis < first ? dim : SymbolicExtent.Add(dim, Begin[axis - first] + End[axis - first]))]);
    }

    // What is mirrored or wrapped must be there: at most the extent, less the edge itself where that is not repeated.
    private void Expect(string layer, Shape shape, string operation, long less)
    {
        for (var i = 0; i < Begin.Length; i++)
        {
            var axis = shape.Count - Begin.Length + i;
            if (Begin[i] < 0 || End[i] < 0 || (shape[axis].Extent is { } extent && less >= 0 && Math.Max(Begin[i], End[i]) > extent - less))
                throw new ExportException($"{layer} {operation} {Begin[i]} and {End[i]} elements of dimension {axis} of {shape}. Expected 0 to {(less < 0 || shape[axis].Extent is null ? "the extent" : $"{shape[axis].Extent - less}")}.");
        }
    }
}
