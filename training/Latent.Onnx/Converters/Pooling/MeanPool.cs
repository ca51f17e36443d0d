using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>
/// Means of windows, as PyTorch counts them: padding counts unless switched off, and elements of a last, partly filled window
/// beyond the padding never count. Runtimes differ in that, so the graph spells it out.
/// </summary>
internal static class MeanPool
{
    public static GraphValue Record(
        GraphBuilder graph, Module layer, GraphValue x, Window window, bool roundUp, bool countPadding, long? divisor)
    {
        var name = graph.Locate(layer);
        window.Expect(name, x.Shape, null);
        var whole = roundUp ? window.RoundUp(name, x.Shape) : window;
        if (divisor is { } number)
            return Means(graph, name, x, whole, countPadding: true) * ((float)window.Elements / number);
        if (!countPadding || window.Pads.All(pad => pad == 0))
            return Means(graph, name, x, whole, countPadding: false);

        var means = Means(graph, name, x, whole, countPadding: true);
        return whole.End.SequenceEqual(window.End) ? means : means * Corrections(graph, layer, x.Shape, window, means.Shape);
    }

    /// <summary>The mean at each position of a window.</summary>
    public static GraphValue Means(GraphBuilder graph, string name, GraphValue x, Window window, bool countPadding) => graph.Node(
        "AveragePool",
        [x],
        window.Slide(name, x.Shape, x.Shape[1]),
        x.Type,
        ("count_include_pad", countPadding ? 1L : 0L),
        ("kernel_shape", window.Kernel),
        ("pads", window.Pads),
        ("strides", window.Strides));

    // The factors that correct sums divided by the whole window: the number of its elements over that of the counted ones.
    private static GraphValue Corrections(GraphBuilder graph, Module layer, Shape from, Window window, Shape to)
    {
        long[] positions = [.. to.Skip(2).Select(dim => dim.Extent ?? 1)];
        return graph.Weight(layer, $"corrections[{string.Join(",", from.Skip(2))}]", _ =>
        {
            var product = ones([1, 1, .. positions.Select(_ => 1L)]);
            for (var axis = 0; axis < window.Rank; axis++)
            {
                var counts = window.Counts(from[axis + 2].Extent, positions[axis], axis);
                float[] factors = [.. counts.Select(count => (float)window.Kernel[axis] / count)];
                long[] along = [1, 1, .. positions.Select((extent, other) => other == axis ? extent : 1L)];
                product *= tensor(factors).reshape(along);
            }

            return product;
        });
    }
}
