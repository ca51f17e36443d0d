using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Layers that only rearrange elements.</summary>
internal static class Shapes
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<Flatten>(FlattenDims);

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

    private static IEnumerable<long> Extents(IEnumerable<Dim> dims) => dims.Select(dim =>
        dim.Extent ?? throw new ExportException($"Flatten would merge or pass by the symbolic dimension '{dim}'. Keep it in front: start_dim 1 for a batch."));
}
