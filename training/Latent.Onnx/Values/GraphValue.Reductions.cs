using System.Globalization;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public GraphValue ReduceMin(long[] axes, bool keepDims = false) => Reduce("ReduceMin", axes, keepDims);

    /// <inheritdoc/>
    public GraphValue Product(long[] axes, bool keepDims = false) => Reduce("ReduceProd", axes, keepDims);

    /// <inheritdoc/>
    public GraphValue Norm(float p, long[] axes, bool keepDims = false) => p switch
    {
        1 => Reduce("ReduceL1", axes, keepDims),
        2 => Reduce("ReduceL2", axes, keepDims),
        float.PositiveInfinity => Abs().ReduceMax(axes, keepDims),
        > 0 => Abs().Pow(p).Sum(axes, keepDims).Pow(1 / p),
        _ =>
            throw new ExportException(
                string.Create(CultureInfo.InvariantCulture, $"Norm cannot take {p}. Expected a number above 0, or infinity.")),
    };

    /// <inheritdoc/>
    public GraphValue ArgMin(long axis, bool keepDims = false) =>
        Graph.Node(
            "ArgMin",
            [this],
            Reduced([axis], keepDims),
            ElementType.Int64,
            ("axis", (long)Shape.Normalize(axis)),
            ("keepdims", keepDims ? 1L : 0L));

    /// <inheritdoc/>
    public (GraphValue Values, GraphValue Indices) TopK(long k, long axis = -1)
    {
        var position = Shape.Normalize(axis);
        if (k < 1 || (Shape[position].Extent is { } extent && k > extent))
            throw new ExportException($"TopK cannot take {k} of dimension {position} of {Shape}. Expected 1 to {Shape[position]}.");
        var ranked = Shape.With(position, k);
        var top = Graph.Node(
            "TopK", [this, Graph.Constant([k])], [("", ranked, Type), ("indices", ranked, ElementType.Int64)], ("axis", (long)position));
        return (top[0], top[1]);
    }
}
