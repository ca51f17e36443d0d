using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Layers that only change the shape.</summary>
internal static class ShapeConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<Flatten>(FlattenDims)
        .With<Unflatten>(UnflattenDim);

    private static GraphValue FlattenDims(GraphBuilder graph, Flatten layer, GraphValue x)
    {
        var first = x.Shape.Normalize(layer.start_dim);
        var last = x.Shape.Normalize(layer.end_dim);
        if (x.Shape.Take(first).All(dim => dim.Extent is not null) || first == 0)
            return x.Reshape([.. Extents(x.Shape.Take(first)), -1, .. Extents(x.Shape.Skip(last + 1))]);

        // The symbolic dimension in front takes the -1, so what is flattened must be of fixed extent.
        var flattened = Extents(x.Shape.Skip(first).Take(last - first + 1)).Aggregate(1L, (product, extent) => product * extent);
        return x.Reshape([.. x.Shape.Take(first).Select(dim => dim.Extent ?? -1), flattened, .. Extents(x.Shape.Skip(last + 1))]);
    }

    private static GraphValue UnflattenDim(GraphBuilder graph, Unflatten layer, GraphValue x)
    {
        var axis = x.Shape.Normalize(layer.dim);
        if (x.Shape[axis].Extent is not { } extent || Sizes(layer, extent) is not { } sizes)
            throw new ExportException(
                $"{graph.Locate(layer)} cannot split dimension {axis} of {x.Shape} into [{string.Join(", ", layer.unflattened_size)}]. " +
                "Expected a fixed extent that is the product of the parts.");
        return x.Reshape(
            [.. x.Shape.Take(axis).Select(dim => dim.Extent ?? -1), .. sizes, .. x.Shape.Skip(axis + 1).Select(dim => dim.Extent ?? -1)]);
    }

    // One part may be -1, and is inferred.
    private static long[]? Sizes(Unflatten layer, long extent)
    {
        var known = layer.unflattened_size.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        return known > 0 && extent % known == 0 && (known == extent || layer.unflattened_size.Contains(-1))
            ? [.. layer.unflattened_size.Select(size => size == -1 ? extent / known : size)]
            : null;
    }

    private static IEnumerable<long> Extents(IEnumerable<Dim> dims) => dims.Select(dim =>
        dim.Extent ?? throw new ExportException(
            $"Flatten would merge or skip the symbolic dimension '{dim}'. Keep it in front: start_dim 1 for a batch."));
}
