using System.Globalization;
using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>The output shape of Upsample, and its scales.</summary>
/// <param name="From">The shape of its input.</param>
/// <param name="Shape">The shape of its output.</param>
/// <param name="Scales">The given scale of each spatial dimension; null where sizes were given.</param>
internal sealed record ResizeTarget(Shape From, Shape Shape, double[]? Scales)
{
    private const int Spatial = 2;

    /// <summary>Whether every element is repeated an integer number of times.</summary>
    public bool AreScalesWhole => Scales?.All(double.IsInteger) == true;

    public static ResizeTarget Create(string name, Shape from, Upsample layer)
    {
        if (layer.size.Length > 0)
            return new ResizeTarget(
                from, Resized(from, Each(name, "sizes", layer.size.ToArray(), from).Select(extent => (Dim)extent)), null);

        var scales = Each(name, "scales", layer.scale_factor.ToArray(), from);
        var shape = Resized(from, scales.Select((scale, axis) => Scaled(name, from, axis, scale)));
        var areRecomputed = layer.recompute_scale_factor == true && !scales.All(double.IsInteger);
        return new ResizeTarget(from, shape, areRecomputed ? null : scales);
    }

    /// <summary>For each index along a dimension the index it is copied from, in PyTorch's 32-bit arithmetic.</summary>
    public long[] Nearest(string name, int axis)
    {
        if (From[axis + Spatial].Extent is not { } from || Shape[axis + Spatial].Extent is not { } to)
            throw new ExportException(
                $"{name} copies the symbolic dimension '{From[axis + Spatial]}' of {From} by a non-integer scale. " +
                $"Expected a fixed extent in dimension {axis + Spatial}, or an integer scale.");
        var step = Scales is null || IsCountedBySize(from, to) ? (float)from / to : (float)(1 / Scales[axis]);
        return [.. Enumerable.Range(0, (int)to).Select(position => Math.Min((long)MathF.Floor(position * step), from - 1))];
    }

    /// <summary>Rejects a scale other than 1 that leaves an extent unchanged: runtimes disagree whether it moves elements.</summary>
    public void ExpectScalesThatShow(string name)
    {
        for (var axis = 0; Scales is not null && axis < Scales.Length; axis++)
        {
            if (Scales[axis] != 1 && Shape[axis + Spatial] == From[axis + Spatial])
            {
                throw new ExportException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} scales dimension {axis + Spatial} of {From} by {Scales[axis]}, which leaves its extent as it is. " +
                    $"Expected a larger scale, a size instead, or recompute_scale_factor true."));
            }
        }
    }

    // LibTorch uses the extents instead of the scale along a side of an image that it keeps or doubles.
    private bool IsCountedBySize(long from, long to) => From.Count == Spatial + 2 && (to == from || to == 2 * from);

    private static T[] Each<T>(string name, string kind, T[] values, Shape from) => values.Length == from.Count - Spatial
        ? values
        : throw new ExportException(
            $"{name} has {values.Length} {kind} for the {from.Count - Spatial} dimensions after the channels of {from}. " +
            "Expected one for each.");

    private static Shape Resized(Shape from, IEnumerable<Dim> sides) => new([from[0], from[1], .. sides]);

    private static Dim Scaled(string name, Shape from, int axis, double scale)
    {
        if (from[axis + Spatial].Extent is { } extent)
            return (long)Math.Floor(extent * scale);
        return double.IsInteger(scale)
            ? SymbolicExtent.Multiply(from[axis + Spatial], (long)scale)
            : throw new ExportException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} scales the symbolic dimension '{from[axis + Spatial]}' of {from} by {scale}. " +
                $"Expected a fixed extent in dimension {axis + Spatial}, or an integer scale."));
    }
}
