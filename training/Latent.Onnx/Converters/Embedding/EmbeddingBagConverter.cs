using Latent.Onnx.Converters;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx;

/// <summary>
/// EmbeddingBag over [batch, n], or over concatenated tokens with the offsets of the bags: the sum, the mean or the maximum of
/// the rows of each bag, without padding rows. A bag without rows is zero.
/// </summary>
public static class EmbeddingBagConverter
{
    /// <summary>Reduces the rows of a table bag by bag, to their sum, mean or maximum: [batch, n] to [batch, features].</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="tokens">The row numbers, [batch, n] of type <see cref="ElementType.Int64"/>.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="weights">A factor for each row, [batch, n], where the layer sums; none where null.</param>
    public static V Apply<V>(this V tokens, EmbeddingBag layer, V? weights = null)
        where V : struct, IValue<V> => V.Apply(layer, [tokens, null, weights])[0];

    /// <summary>
    /// Reduces the rows of a table for bags of any size, whose tokens are concatenated: [n] to [bags, features]. The graph needs
    /// memory for bags · n numbers, and for bags · n · features where the layer takes maxima.
    /// </summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="tokens">The row numbers, [n] of type <see cref="ElementType.Int64"/>.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="offsets">The start of each bag, [bags] of type <see cref="ElementType.Int64"/>: the first is 0, none is below the
    /// one before it, at most n; two that are equal make an empty bag, which is zero. With <c>include_last_offset</c>, n is the
    /// last.</param>
    /// <param name="weights">A factor for each row, [n], where the layer sums; none where null.</param>
    public static V ApplyWithOffsets<V>(this V tokens, EmbeddingBag layer, V offsets, V? weights = null)
        where V : struct, IValue<V> => V.Apply(layer, [tokens, offsets, weights])[0];

    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With(new LayerKind<EmbeddingBag>
    {
        Signature = Signature.Create(required: 1, optional: 2),
        Convert = (graph, layer, inputs) => [Convert(graph, layer, inputs[0]!.Value, inputs[1], inputs[2])],
    });

    private static GraphValue Convert(GraphBuilder graph, EmbeddingBag layer, GraphValue tokens, GraphValue? offsets, GraphValue? weights)
    {
        NormLimit.Reject(graph, layer, layer.weight!, numbers => layer.call(numbers, tensor([0L, 1L], device: numbers.device)));
        var traits = BagTraits.From(layer);
        Check(graph, layer, traits, tokens, offsets);
        var rows = graph.Weight(layer, "weight").Gather(0, tokens); // [..., n, features]
        if (weights is { } each)
            rows *= each.Unsqueeze(-1);
        GraphValue? counted = traits.Padding is { } padding
            ? tokens.EqualTo(graph.Scalar(padding)).Cast(ElementType.Float32) * -1f + 1f
            : null; // [..., n]
        if (offsets is not { } starts)
            return counted is { } real ? Reduce(rows, real.Unsqueeze(1), traits.Mode) : Reduce(rows, traits.Mode);

        var members = Members(graph, tokens, starts, traits.IncludesEnd); // [bags, n]
        return Reduce(rows, counted is { } some ? members * some : members, traits.Mode);
    }

    private static void Check(GraphBuilder graph, EmbeddingBag layer, BagTraits traits, GraphValue tokens, GraphValue? offsets)
    {
        var isFlat = offsets is not null;
        if (tokens.Type != ElementType.Int64 || tokens.Shape.Count != (isFlat ? 1 : 2))
            throw new ExportException(
                $"{graph.Locate(layer)} takes bags of tokens, {(isFlat ? "[n] with offsets" : "[batch, n]")} as Int64. " +
                $"Received {tokens}.");
        if (offsets is { } starts && (starts.Type != ElementType.Int64 || starts.Shape.Count != 1))
            throw new ExportException($"{graph.Locate(layer)} takes the offsets of bags, [bags] as Int64. Received {starts}.");
        if (!isFlat && traits.IncludesEnd)
            throw new ExportException(
                $"{graph.Locate(layer)} was made with include_last_offset: of [batch, n], TorchSharp loses the last bag. " +
                "Expected concatenated tokens and offsets, or include_last_offset false.");
    }

    // A token is in the last bag that starts at its position or before: 1 there, 0 in all others.
    //  offsets [bags, 1] ── ≤ ── positions [n] ── started [bags, n] ── less those of the next bag ── [bags, n]
    private static GraphValue Members(GraphBuilder graph, GraphValue tokens, GraphValue offsets, bool isEndIncluded)
    {
        var (bags, count) = (offsets.Shape[0], tokens.Shape[0]);
        var positions = graph.Node("Range", [graph.Scalar(0), tokens.Extent(0), graph.Scalar(1)], new Shape(count), ElementType.Int64);
        var started = graph.Node(
            "LessOrEqual", [offsets.Unsqueeze(1), positions], new Shape(bags, count), ElementType.Bool).Cast(ElementType.Float32);
        var members = started - started.Pad(0, -1, 1);
        return isEndIncluded ? members.Pad(0, 0, -1) : members;
    }

    private static GraphValue Reduce(GraphValue rows, EmbeddingBagMode mode) => mode switch
    {
        EmbeddingBagMode.Sum => rows.Sum([1]),
        EmbeddingBagMode.Mean => rows.Mean([1]),
        _ => rows.ReduceMax([1]),
    };

    // rows [n, features] and members [bags, n], or rows [batch, n, features] and members [batch, 1, n]
    private static GraphValue Reduce(GraphValue rows, GraphValue members, EmbeddingBagMode mode) => mode switch
    {
        EmbeddingBagMode.Sum => Flat(members.MatMul(rows)),
        EmbeddingBagMode.Mean => Flat(members.MatMul(rows) / members.Sum([-1], keepDims: true).Max(rows.Graph.Constant(1f))),
        _ => Largest(rows, members),
    };

    private static GraphValue Largest(GraphValue rows, GraphValue members)
    {
        var each = members.Shape.Count == 3 ? members.Squeeze(1) : members;
        var largest = rows.Where(each.Unsqueeze(-1), rows.Graph.Constant(float.NegativeInfinity)).ReduceMax([1]);
        return largest.Where(each.ReduceMax([1], keepDims: true), rows.Graph.Constant(0f));
    }

    private static GraphValue Flat(GraphValue bags) => bags.Shape.Count == 3 ? bags.Squeeze(1) : bags;
}
