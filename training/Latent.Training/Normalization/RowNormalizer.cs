using Latent.Data;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Normalization;

/// <summary>
/// Scales each feature: numeric columns become (f(x) - offset) · scale, with f a logarithm for the logarithmic kinds, and
/// categorical columns become one-hot encodings (<see cref="OneHotEncoding"/>).
/// </summary>
internal sealed class RowNormalizer : Normalizer
{
    private readonly RowLayout layout;
    private readonly Tensor? offset;
    private readonly Tensor? scale;

    /// <summary>Fits offset and scale; a constant feature keeps the scale 1.</summary>
    /// <param name="kind">The kind of normalization.</param>
    /// <param name="train">The training rows only.</param>
    public RowNormalizer(NormalizationKind kind, Dataset train)
        : base(kind, train)
    {
        layout = new RowLayout(RawSize, [.. (train.CategoricalColumns?.Columns ?? []).Select(category => new OneHotEncoding(category))]);
        // The module's name is part of state_dict keys, and stays 'words_N' for compatibility.
        foreach (var column in layout.CategoricalColumns)
            register_module($"words_{column.Column}", column);
        var (offset, scale) = layout.NumberCount == 0 ? ([], []) : ScaleOf(kind, Values(train), layout.NumberCount);
        if (offset.Length > 0)
            register_buffer("offset", this.offset = tensor(offset).DetachFromDisposeScope());
        if (scale.Length > 0)
            register_buffer("scale", this.scale = tensor(scale).DetachFromDisposeScope());
    }

    /// <inheritdoc/>
    public override int Size => layout.Size;

    /// <inheritdoc/>
    public override bool HasCategories => layout.CategoricalColumns.Count > 0;

    /// <inheritdoc/>
    public override bool IsIdentity => Kind == NormalizationKind.None && !HasCategories;

    private bool IsLogarithmic => Kind is NormalizationKind.LogMinMax or NormalizationKind.LogStandardize;

    /// <inheritdoc/>
    public override bool IsUnitOn(Dataset train) => Kind switch
    {
        NormalizationKind.MinMax or NormalizationKind.LogMinMax => true,
        NormalizationKind.None => IsIdentity ? train.Range.IsUnit : ValueRange.Compute(Values(train)).IsUnit,
        _ => false,
    };

    /// <inheritdoc/>
    public override V Normalize<V>(V raw) =>
        layout.Open(raw, Scaled);

    /// <inheritdoc/>
    public override V Denormalize<V>(V row) =>
        layout.Close(row, Unscaled, (column, units) => column.Decode(units));

    /// <inheritdoc/>
    public override V PerFeature<V>(V row) =>
        layout.Close(row, numbers => numbers, (_, units) => units.Sum([-1], keepDims: true));

    /// <summary>
    /// Computes the difference of the two largest one-hot units of a category, the smallest over the categorical columns of
    /// each row.
    /// </summary>
    /// <param name="row">Rows in model units, [batch, <see cref="Size"/>], with categorical columns.</param>
    /// <returns>[batch, 1].</returns>
    public TensorValue CategoryMargin(TensorValue row) => layout.CategoricalColumns
        .Where(column => column.Size > 1)
        .Select(column => layout.OneHotOf(row, column))
        .Select(units => units.KthLargest(1) - units.KthLargest(2))
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
        NormalizationKind.Max => ([], [1 / ValueRange.Compute(numbers).Maximum]),
        NormalizationKind.LogStandardize => FeatureStatistics.Standardize(Logarithms(numbers), size),
        NormalizationKind.LogMinMax => FeatureStatistics.MinMax(Logarithms(numbers), size),
        _ => ([], []),
    };

    private static float[] Logarithms(float[] numbers)
        => Array.ConvertAll(numbers, value => MathF.CopySign(MathF.Log(1 + MathF.Abs(value)), value));

    private float[] Values(Dataset train)
    {
        var columns = layout.NumberColumns.ToArray();
        return columns.Length == train.SampleSize
            ? train.Values
            : [.. Enumerable.Range(0, train.Count)
                .SelectMany(row => columns.Select(column => train.Values[(row * train.SampleSize) + column]))];
    }
}
