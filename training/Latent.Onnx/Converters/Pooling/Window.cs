namespace Latent.Onnx.Converters;

/// <summary>A window that slides over the spatial dimensions of [batch, channels, ...]; one number per dimension.</summary>
/// <param name="Kernel">The number of its elements.</param>
/// <param name="Strides">The step from position to position.</param>
/// <param name="Dilations">The distance between its elements.</param>
/// <param name="Begin">The padding before.</param>
/// <param name="End">The padding after.</param>
internal sealed record Window(long[] Kernel, long[] Strides, long[] Dilations, long[] Begin, long[] End)
{
    private static readonly string[] Spatial = ["length", "height, width", "depth, height, width"];

    /// <summary>The number of spatial dimensions.</summary>
    public int Rank => Kernel.Length;

    /// <summary>The total number of its elements.</summary>
    public long Elements => Kernel.Aggregate(1L, (product, side) => product * side);

    /// <summary>Its span, including the gaps between its elements.</summary>
    public long Span(int axis) => (Dilations[axis] * (Kernel[axis] - 1)) + 1;

    /// <summary>The padding in ONNX's order: all begins, then all ends.</summary>
    public long[] Pads => [.. Begin, .. End];

    /// <summary>Rejects a shape that is not [batch, channels, ...] with as many spatial dimensions as the window.</summary>
    /// <param name="layer">The layer's name in errors.</param>
    /// <param name="shape">The input shape.</param>
    /// <param name="channels">The number of channels; null for any.</param>
    public void Expect(string layer, Shape shape, long? channels)
    {
        if (shape.Count != Rank + 2 || (channels is { } wanted && shape[1] != wanted))
            throw new ExportException(
                $"{layer} expects [batch, {channels?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "channels"}, " +
                $"{Spatial[Rank - 1]}]. Received {shape}.");
    }

    /// <summary>The output shape of a convolution or a pool: one element per position of the window.</summary>
    public Shape Slide(string layer, Shape shape, Dim channels) =>
        new([shape[0], channels, .. Enumerable.Range(0, Rank).Select(axis => Positions(layer, shape, axis))]);

    /// <summary>The output shape of a transposed convolution: from positions of the window back to the extent it slides over.</summary>
    public Shape Spread(string layer, Shape shape, Dim channels, long[] extra) =>
        new([shape[0], channels, .. Enumerable.Range(0, Rank).Select(axis => Extent(layer, shape, axis, extra[axis]))]);

    /// <summary>
    /// The window with more padding at the end, so that a last, partly filled position counts. A position that would
    /// start in that padding does not (PyTorch's <c>ceil_mode</c>).
    /// </summary>
    public Window RoundUp(string layer, Shape shape) =>
        this with { End = [.. Enumerable.Range(0, Rank).Select(axis => EndRoundedUp(layer, shape, axis))] };

    /// <summary>The number of a window's counted elements at each position: those within the input and its padding.</summary>
    /// <param name="extent">The extent of the input; null for a symbolic one, whose windows are all filled.</param>
    /// <param name="positions">The number of positions.</param>
    /// <param name="axis">The spatial dimension.</param>
    public IEnumerable<long> Counts(long? extent, long positions, int axis)
    {
        for (long position = 0; position < positions; position++)
        {
            var start = position * Strides[axis];
            yield return extent is { } all ? Math.Min(Kernel[axis], all + Begin[axis] + End[axis] - start) : Kernel[axis];
        }
    }

    private Dim Positions(string layer, Shape shape, int axis)
    {
        var room = Begin[axis] + End[axis] - Span(axis);
        if (shape[axis + 2].Extent is { } extent)
        {
            return extent + room >= 0
                ? ((extent + room) / Strides[axis]) + 1
                : throw new ExportException(
                    $"{layer} slides a window of {Span(axis)} over dimension {axis + 2} of {shape}, which has " +
                    $"{extent + room + Span(axis)} with its padding. Expected at least {Span(axis)}.");
        }

        if (room != -1)
            throw Unknown(layer, shape, axis);
        return Strides[axis] == 1 ? shape[axis + 2] : SymbolicExtent.Divide(shape[axis + 2], Strides[axis]);
    }

    private Dim Extent(string layer, Shape shape, int axis, long extra)
    {
        var more = Span(axis) + extra - Begin[axis] - End[axis];
        if (shape[axis + 2].Extent is { } positions)
        {
            var extent = ((positions - 1) * Strides[axis]) + more;
            return extent > 0
                ? extent
                : throw new ExportException(
                    $"{layer} pads away all of dimension {axis + 2} of {shape}. Expected less padding or a larger input.");
        }

        if (more != Strides[axis])
            throw Unknown(layer, shape, axis);
        return more == 1 ? shape[axis + 2] : SymbolicExtent.Multiply(shape[axis + 2], more);
    }

    private long EndRoundedUp(string layer, Shape shape, int axis)
    {
        if (shape[axis + 2].Extent is not { } extent)
            return Strides[axis] == 1
                ? End[axis]
                : throw new ExportException(
                    $"{layer} rounds the symbolic dimension '{shape[axis + 2]}' of {shape} up (ceil_mode). " +
                    $"Expected a fixed extent in dimension {axis + 2}, or ceil_mode false.");
        var last = (extent + Begin[axis] + End[axis] - Span(axis) + Strides[axis] - 1) / Strides[axis] * Strides[axis];
        if (last >= extent + Begin[axis])
            last -= Strides[axis];
        return Math.Max(0, last + Span(axis) - extent - Begin[axis]);
    }

    private static ExportException Unknown(string layer, Shape shape, int axis) =>
        new(
            $"{layer} changes the symbolic dimension '{shape[axis + 2]}' of {shape}. " +
            $"Expected a fixed extent in dimension {axis + 2}, or padding that keeps it, but for the stride.");
}
