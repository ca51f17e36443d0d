using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>Max pooling with indices, and max unpooling, which puts elements back at indices.</summary>
/// <remarks>
/// Max pooling can return the indices of its elements, and max unpooling puts others back there (Zeiler et al., 2011,
/// "Adaptive deconvolutional networks"). An index counts the elements of a plane, [batch, channels, ...] as the values that it
/// belongs to. Extents after the batch are fixed; outputs have the extents that the layer's own settings give, as TorchSharp
/// 0.107 fails with others. Of several elements with one index, as overlapping windows yield, one stays: pooled ones are equal.
/// </remarks>
public static class UnpoolingConverter
{
    /// <summary>Takes the maximum of each window of [batch, channels, length], and its index.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The input.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The maxima, and their indices as <see cref="ElementType.Int64"/>, in one shape.</returns>
    public static (V Values, V Indices) ApplyWithIndices<V>(this V x, MaxPool1d layer)
        where V : struct, IValue<V> => Pool(x, layer);

    /// <summary>Takes the maximum of each window of [batch, channels, height, width], and its index.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The input.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The maxima, and their indices as <see cref="ElementType.Int64"/>, in one shape.</returns>
    public static (V Values, V Indices) ApplyWithIndices<V>(this V x, MaxPool2d layer)
        where V : struct, IValue<V> => Pool(x, layer);

    /// <summary>Takes the maximum of each window of [batch, channels, depth, height, width], and its index.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The input.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The maxima, and their indices as <see cref="ElementType.Int64"/>, in one shape.</returns>
    public static (V Values, V Indices) ApplyWithIndices<V>(this V x, MaxPool3d layer)
        where V : struct, IValue<V> => Pool(x, layer);

    /// <summary>Puts elements at the indices that max pooling took them from, among zeros.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The indices, in the shape of the elements.</param>
    public static V Apply<V>(this V x, MaxUnpool1d layer, V indices)
        where V : struct, IValue<V> => V.Apply(layer, [x, indices])[0];

    /// <summary>Puts elements at the indices that max pooling took them from, among zeros.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The indices, in the shape of the elements.</param>
    public static V Apply<V>(this V x, MaxUnpool2d layer, V indices)
        where V : struct, IValue<V> => V.Apply(layer, [x, indices])[0];

    /// <summary>Puts elements at the indices that max pooling took them from, among zeros.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The indices, in the shape of the elements.</param>
    public static V Apply<V>(this V x, MaxUnpool3d layer, V indices)
        where V : struct, IValue<V> => V.Apply(layer, [x, indices])[0];

    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With(Kind<MaxUnpool1d>((layer, x, indices) => layer.call(x, indices)))
        .With(Kind<MaxUnpool2d>((layer, x, indices) => layer.call(x, indices)))
        .With(Kind<MaxUnpool3d>((layer, x, indices) => layer.call(x, indices)));

    private static LayerKind<TLayer> Kind<TLayer>(Func<TLayer, Tensor, Tensor, Tensor> run)
        where TLayer : Module => new()
        {
            Signature = Signature.Create(required: 2),
            Convert = Unpool,
            Run = (layer, inputs) => [run(layer, inputs[0]!, inputs[1]!)],
        };

    private static (V Values, V Indices) Pool<V>(V x, Module layer)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [x], allOutputs: true);
        return (outputs[0], outputs[1]);
    }

    //  x ── MaxPool ─┬─ the maximum
    //                └─ indices in the whole input ── Mod the extent of a plane ── indices in it
    internal static IReadOnlyList<GraphValue> PoolWithIndices(GraphBuilder graph, Module layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var (window, roundUp) = PoolingConverter.MaximumOf(layer);
        var found = PoolingConverter.Largest(graph, name, x, window, roundUp, withIndices: true);
        return [found[0], graph.Node("Mod", [found[1], graph.Scalar(Plane(name, x.Shape))], found[1].Shape, ElementType.Int64)];
    }

    //  zeros [n, c, plane] ───────────────────┐
    //  indices [n, c, ...] ─ [n, c, elements] ┼── ScatterElements ── [n, c, ...]
    //  x      [n, c, ...] ── [n, c, elements] ┘
    private static IReadOnlyList<GraphValue> Unpool(GraphBuilder graph, Module layer, IReadOnlyList<GraphValue?> inputs)
    {
        var (x, indices) = (inputs[0]!.Value, inputs[1]!.Value);
        var name = graph.Locate(layer);
        var window = WindowOf(name, layer);
        window.Expect(name, x.Shape, null);
        if (indices.Type != ElementType.Int64 || !indices.Shape.Equals(x.Shape))
            throw new ExportException(
                $"{name} puts back {x.Shape} at {indices.Type} {indices.Shape}. Expected Int64 in the same shape: " +
                "the indices that ApplyWithIndices yields.");

        var elements = Plane(name, x.Shape);
        var channels = x.Shape[1].Extent!.Value;
        var shape = window.Spread(name, x.Shape, channels, new long[window.Rank]);
        var plane = Plane(name, shape);
        var zeros = graph.Constant(0f).Reshape(1, 1, 1);
        var extents = graph.Node(
            "Concat", [x.Extent(0).Reshape(1), graph.Constant([channels, plane])], Shape.Create(3), ElementType.Int64, ("axis", 0L));
        var empty = graph.Node("Expand", [zeros, extents], new Shape(x.Shape[0], channels, plane), x.Type);
        var filled = graph.Node(
            "ScatterElements",
            [empty, indices.Reshape(-1, channels, elements), x.Reshape(-1, channels, elements)],
            empty.Shape,
            x.Type,
            ("axis", 2L));
        return [filled.Reshape([-1, .. shape.Skip(1).Select(dim => dim.Extent!.Value)])];
    }

    private static long Plane(string name, Shape shape) => shape.Skip(1).All(dim => dim.Extent is not null)
        ? shape.Skip(2).Aggregate(1L, (product, dim) => product * dim.Extent!.Value)
        : throw new ExportException($"{name} counts indices within planes of {shape}. Expected fixed extents after the batch.");

    private static Window WindowOf(string name, Module layer)
    {
        var (rank, kernel, stride, padding) = layer switch
        {
            MaxUnpool1d unpool => (1, [unpool.kernel_size], PoolingConverter.List(unpool.stride), PoolingConverter.List(unpool.padding)),
            MaxUnpool2d unpool => (2, unpool.kernel_size, unpool.stride, unpool.padding),
            MaxUnpool3d unpool => (3, unpool.kernel_size, unpool.stride, unpool.padding),
            _ => throw new ArgumentException($"{ModuleNames.KindOf(layer)} is not a max unpooling layer.", nameof(layer)),
        };
        return (stride is null) == (padding is null)
            ? PoolingConverter.WindowOf(rank, kernel, stride, padding, null)
            : throw new ExportException(
                $"{name} has {(stride is null ? "a padding and no stride" : "a stride and no padding")}, which TorchSharp forwards " +
                "together or not at all. Give both; no padding is 0.");
    }
}
