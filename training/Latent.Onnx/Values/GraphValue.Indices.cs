namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public GraphValue Cast(ElementType type) => Graph.Node("Cast", [this], Shape, type, ("to", (long)type));

    /// <inheritdoc/>
    public GraphValue EqualTo(GraphValue other) => Compare("Equal", other);

    /// <inheritdoc/>
    public GraphValue Gather(long axis, GraphValue indices)
    {
        var position = Shape.Normalize(axis);
        var shape = new Shape([.. Shape.Take(position), .. indices.Values("Gather").Shape, .. Shape.Skip(position + 1)]);
        return Graph.Node("Gather", [this, indices], shape, Type, ("axis", (long)position));
    }

    /// <inheritdoc/>
    public GraphValue GatherElements(long axis, GraphValue indices)
    {
        var position = Shape.Normalize(axis);
        if (!Shape.With(position, 1).Equals(indices.Values("GatherElements").Shape.With(position, 1)))
            throw new ExportException(
                $"GatherElements cannot take elements of {Shape} at {indices.Shape}. " +
                $"Expected the same dimensions but for dimension {position}.");
        return Graph.Node("GatherElements", [this, indices], indices.Shape, Type, ("axis", (long)position));
    }

    /// <inheritdoc/>
    public GraphValue ArgMax(long axis, bool keepDims = false) =>
        Graph.Node(
            "ArgMax",
            [this],
            Reduced([axis], keepDims),
            ElementType.Int64,
            ("axis", (long)Shape.Normalize(axis)),
            ("keepdims", keepDims ? 1L : 0L));

    /// <inheritdoc/>
    public GraphValue OneHot(long depth)
    {
        var steps = Graph.Constant([.. Enumerable.Range(0, (int)depth).Select(position => (long)position)]);
        return Values("OneHot").Unsqueeze(-1).Compare("Equal", steps, ElementType.Float32);
    }

    /// <inheritdoc/>
    public GraphValue CumSum(long axis) =>
        Graph.Node("CumSum", [this, Graph.Scalar(Shape.Normalize(axis))], Shape, Type);

    /// <inheritdoc/>
    public GraphValue LogSoftmax(long axis) => Unary("LogSoftmax", ("axis", (long)Shape.Normalize(axis)));

    private GraphValue Values(string op) => Type == ElementType.Int64
        ? this
        : throw new ExportException($"{op} takes indices as Int64. Received {this}. Cast them: Cast(ElementType.Int64).");
}
