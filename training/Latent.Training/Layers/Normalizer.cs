using Latent.Onnx;
using Latent.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>
/// Turns raw rows into model units and back: numbers become (f(x) - offset) · scale, with f a logarithm where it was asked
/// for, and words become slots (<see cref="WordSlots"/>). It is part of the model, so that every exported graph takes raw
/// features and no consumer normalises again.
/// </summary>
public sealed class Normalizer : Module
{
    private readonly RowLayout layout;
    private readonly Tensor? offset;
    private readonly Tensor? scale;

    private Normalizer(NormalizationKind kind, Dataset train)
        : base(nameof(Normalizer))
    {
        Kind = kind;
        RawSize = train.SampleSize;
        layout = new RowLayout(RawSize, [.. (train.Words?.Columns ?? []).Select(words => new WordSlots(words))]);
        foreach (var column in layout.Words)
            register_module($"words_{column.Column}", column);
        var (offset, scale) = layout.NumberCount == 0 ? ([], []) : ScaleOf(kind, Numbers(train), layout.NumberCount);
        if (offset.Length > 0)
            register_buffer("offset", this.offset = tensor(offset).DetachFromDisposeScope());
        if (scale.Length > 0)
            register_buffer("scale", this.scale = tensor(scale).DetachFromDisposeScope());
    }

    /// <summary>How the scale was chosen.</summary>
    public NormalizationKind Kind { get; }

    /// <summary>The number of features of a raw row.</summary>
    public int RawSize { get; }

    /// <summary>The number of numbers of a row in model units: one a number, and a slot for each word of each column of words.</summary>
    public int Size => layout.Size;

    /// <summary>Whether some columns hold words.</summary>
    public bool HasWords => layout.Words.Count > 0;

    /// <summary>Whether model units are the raw numbers as they are.</summary>
    public bool IsIdentity => Kind == NormalizationKind.None && !HasWords;

    private bool IsLogarithmic => Kind is NormalizationKind.LogMinMax or NormalizationKind.LogStandardize;

    /// <summary>Measures offset and scale on the training rows; a feature that never changes keeps the scale 1.</summary>
    /// <param name="kind">How to choose the scale.</param>
    /// <param name="train">The training rows, and no others.</param>
    public static Normalizer Fit(NormalizationKind kind, Dataset train) => new(kind, train);

    /// <summary>Whether model units lie in [0, 1], as the slots of words do, on the rows that it was fitted to.</summary>
    /// <param name="train">Those rows.</param>
    public bool IsUnitOn(Dataset train) => Kind switch
    {
        NormalizationKind.MinMax or NormalizationKind.LogMinMax => true,
        NormalizationKind.None => IsIdentity ? train.Range.IsUnit : ValueRange.Of(Numbers(train)).IsUnit,
        _ => false,
    };

    /// <summary>Raw features [batch, <see cref="RawSize"/>] in model units, [batch, <see cref="Size"/>].</summary>
    public V Normalize<V>(V raw)
        where V : struct, IValue<V> =>
        layout.Open(raw, Scaled);

    /// <summary>Model units [batch, <see cref="Size"/>] as raw features, [batch, <see cref="RawSize"/>]; a word is the one with the largest slot.</summary>
    public V Denormalize<V>(V row)
        where V : struct, IValue<V> =>
        layout.Close(row, Unscaled, (column, slots) => column.Close(slots));

    /// <summary>One number for each raw feature: that of a number as it is, those of the slots of a word added up.</summary>
    /// <param name="row">Numbers in the places of model units, such as errors, [batch, <see cref="Size"/>].</param>
    /// <returns>[batch, <see cref="RawSize"/>].</returns>
    public V PerFeature<V>(V row)
        where V : struct, IValue<V> =>
        layout.Close(row, numbers => numbers, (_, slots) => slots.Sum([-1], keepDims: true));

    /// <summary>The mean training row in model units: that of the rows once they are normalised, as a logarithm or a word has no mean before.</summary>
    /// <param name="train">The training rows.</param>
    /// <returns>[<see cref="Size"/>].</returns>
    public Tensor MeanOf(Dataset train)
    {
        using var scope = NewDisposeScope();
        var sum = zeros(Size, dtype: ScalarType.Float64);
        foreach (var rows in train.Chunks())
        {
            using var chunk = NewDisposeScope();
            var normalised = Normalize<TensorValue>(tensor(rows, [rows.Length / RawSize, RawSize])).Tensor;
            sum.add_(normalised.to(ScalarType.Float64).sum(dim: 0));
        }

        return (sum / train.Count).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    /// <summary>How far the two largest slots of a word are apart, the least over the words of each row.</summary>
    /// <param name="row">Rows in model units, [batch, <see cref="Size"/>], of columns with words.</param>
    /// <returns>[batch, 1].</returns>
    internal TensorValue WordMargin(TensorValue row) => layout.Words
        .Where(column => column.Size > 1)
        .Select(column => layout.SlotsOf(row, column))
        .Select(slots => slots.KthLargest(1) - slots.KthLargest(2))
        .Aggregate((least, margin) => least.Min(margin));

    private V Scaled<V>(V numbers)
        where V : struct, IValue<V>
    {
        if (Kind == NormalizationKind.Presence)
            return numbers.Relu().Sign();

        var values = IsLogarithmic ? numbers.Sign() * (numbers.Abs() + 1f).Log() : numbers;
        var moved = offset is null ? values : values - values.Weight(offset);
        return scale is null ? moved : moved * moved.Weight(scale);
    }

    private V Unscaled<V>(V scaled)
        where V : struct, IValue<V>
    {
        var moved = scale is null ? scaled : scaled / scaled.Weight(scale);
        var values = offset is null ? moved : moved + moved.Weight(offset);
        return IsLogarithmic ? values.Sign() * (values.Abs().Exp() - 1f) : values;
    }

    private static (float[] Offset, float[] Scale) ScaleOf(NormalizationKind kind, float[] numbers, int size) => kind switch
    {
        NormalizationKind.Standardize => FeatureStatistics.Standardize(numbers, size),
        NormalizationKind.MinMax => FeatureStatistics.MinMax(numbers, size),
        NormalizationKind.Max => ([], [1 / ValueRange.Of(numbers).Maximum]),
        NormalizationKind.LogStandardize => FeatureStatistics.Standardize(Logarithms(numbers), size),
        NormalizationKind.LogMinMax => FeatureStatistics.MinMax(Logarithms(numbers), size),
        _ => ([], []),
    };

    private static float[] Logarithms(float[] numbers) => Array.ConvertAll(numbers, value => MathF.CopySign(MathF.Log(1 + MathF.Abs(value)), value));

    private float[] Numbers(Dataset train)
    {
        var columns = layout.NumberColumns.ToArray();
        return columns.Length == train.SampleSize
            ? train.Values
            : [.. Enumerable.Range(0, train.Count).SelectMany(row => columns.Select(column => train.Values[(row * train.SampleSize) + column]))];
    }
}
