namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public static GraphValue Stack(long axis, params GraphValue[] values) =>
        Concat(axis, [.. values.Select(value => value.Unsqueeze(axis))]);

    /// <inheritdoc/>
    public GraphValue Transpose(long a, long b)
    {
        long[] order = [.. Enumerable.Range(0, Shape.Count).Select(axis => (long)axis)];
        var (first, second) = (Shape.Normalize(a), Shape.Normalize(b));
        (order[first], order[second]) = (order[second], order[first]);
        return Permute(order);
    }

    /// <inheritdoc/>
    public GraphValue Unsqueeze(long axis)
    {
        var rank = Shape.Count + 1;
        var position = axis < 0 ? axis + rank : axis;
        if (position < 0 || position >= rank)
            throw new ExportException($"Unsqueeze cannot put dimension {axis} into {Shape}. Expected {-rank} to {rank - 1}.");
        var shape = new Shape([.. Shape.Take((int)position), 1, .. Shape.Skip((int)position)]);
        return Graph.Node("Unsqueeze", [this, Graph.Constant([position])], shape, Type);
    }

    /// <inheritdoc/>
    public GraphValue Squeeze(long axis) => Squeeze([axis]);

    /// <inheritdoc/>
    public GraphValue Expand(long axis, long extent)
    {
        var position = Shape.Normalize(axis);
        if (Shape[position] != 1)
            throw new ExportException($"Expand cannot repeat dimension {position} of {Shape}, which is {Shape[position]}. Expected 1.");
        var sizes = Enumerable.Repeat(1L, Shape.Count).ToArray();
        sizes[position] = extent;
        return Graph.Node("Expand", [this, Graph.Constant(sizes)], Shape.With(position, extent), Type);
    }

    private GraphValue Squeeze(long[] axes)
    {
        var from = Shape;
        long[] positions = [.. axes.Select(axis => (long)from.Normalize(axis))];
        foreach (int axis in positions)
        {
            if (from[axis] != 1)
                throw new ExportException($"Squeeze cannot drop dimension {axis} of {from}, which is {from[axis]}. Expected 1.");
        }

        var shape = new Shape([.. from.Where((_, axis) => !positions.Contains(axis))]);
        return Graph.Node("Squeeze", [this, Graph.Constant(positions)], shape, Type);
    }
}
