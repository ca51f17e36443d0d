using Latent.Onnx.Converters;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public GraphValue[] Split(long axis, params long[] sizes)
    {
        var (from, type) = (Shape, Type);
        var position = from.Normalize(axis);
        if (from[position] != sizes.Sum() || sizes.Any(size => size < 1))
            throw new ExportException(
                $"Split cannot divide dimension {position} of {from} into [{string.Join(", ", sizes)}]. " +
                "Expected parts of at least 1 that sum up to it.");
        return Graph.Node(
            "Split",
            [this, Graph.Constant(sizes)],
            [.. sizes.Select((size, i) => ($"{i}", from.With(position, size), type))],
            ("axis", (long)position));
    }

    /// <inheritdoc/>
    public GraphValue Repeat(params long[] times)
    {
        if (times.Length != Shape.Count || times.Any(count => count < 1))
            throw new ExportException(
                $"Repeat cannot repeat {Shape} [{string.Join(", ", times)}] times. " +
                $"Expected a number of at least 1 for each of its {Shape.Count} dimensions.");
        var shape = new Shape([.. Shape.Zip(times, (dim, count) =>
            dim.Extent is { } extent ? extent * count : count == 1 ? dim : SymbolicExtent.Multiply(dim, count))]);
        return Graph.Node("Tile", [this, Graph.Constant(times)], shape, Type);
    }

    /// <inheritdoc/>
    public GraphValue Pad(long axis, long before, long after, float value = 0)
    {
        var later = Shape.Count - Shape.Normalize(axis) - 1;
        return EdgePadding.FromTheEnd([.. new long[2 * later], before, after]).Constant(Graph, this, value);
    }

    /// <inheritdoc/>
    public GraphValue Extent(long axis)
    {
        var position = Shape.Normalize(axis);
        return Shape[position].Extent is { } extent
            ? Graph.Scalar(extent)
            : Graph.Node("Shape", [this], Shape.Create(Shape.Count), ElementType.Int64).Gather(0, Graph.Scalar(position));
    }
}
