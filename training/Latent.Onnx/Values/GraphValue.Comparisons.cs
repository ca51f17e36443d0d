namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public GraphValue Greater(GraphValue other) => Compare("Greater", other);

    /// <inheritdoc/>
    public GraphValue GreaterOrEqual(GraphValue other) => Compare("GreaterOrEqual", other);

    /// <inheritdoc/>
    public GraphValue Less(GraphValue other) => Compare("Less", other);

    /// <inheritdoc/>
    public GraphValue LessOrEqual(GraphValue other) => Compare("LessOrEqual", other);

    /// <inheritdoc/>
    public GraphValue NotEqualTo(GraphValue other) =>
        Graph.Node(
            "Not",
            [Graph.Node("Equal", [this, other], Shape.Broadcast(Shape, other.Shape), ElementType.Bool)],
            Shape.Broadcast(Shape, other.Shape),
            ElementType.Bool).Cast(Type);

    /// <inheritdoc/>
    public GraphValue Max(GraphValue other) => Binary("Max", other);

    /// <inheritdoc/>
    public GraphValue Min(GraphValue other) => Binary("Min", other);

    /// <inheritdoc/>
    public GraphValue Where(GraphValue mask, GraphValue otherwise)
    {
        var shape = Shape.Broadcast(mask.Shape, Shape.Broadcast(Shape, otherwise.Shape));
        return Graph.Node("Where", [mask.Cast(ElementType.Bool), this, otherwise], shape, Type);
    }

    /// <inheritdoc/>
    public GraphValue KthLargest(long k)
    {
        var extent = Shape[-1].Extent
            ?? throw new ExportException(
                $"KthLargest cannot rank the symbolic dimension {Shape[-1]} of {Shape}. Expected a fixed extent in the last dimension.");
        if (k < 1 || k > extent)
            throw new ExportException($"KthLargest cannot take element {k} of the last dimension of {Shape}. Expected 1 to {extent}.");

        var ranked = Shape.With(-1, k);
        var top = Graph.Node(
            "TopK", [this, Graph.Constant([k])], [("", ranked, Type), ("indices", ranked, ElementType.Int64)], ("axis", -1L));
        return top[0].Slice(-1, k - 1, k);
    }

    private GraphValue Compare(string op, GraphValue other) => Compare(op, other, Type);

    private GraphValue Compare(string op, GraphValue other, ElementType type) =>
        Graph.Node(op, [this, other], Shape.Broadcast(Shape, other.Shape), ElementType.Bool).Cast(type);
}
