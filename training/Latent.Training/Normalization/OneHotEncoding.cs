using Latent.Bundles;
using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// The one-hot encoding of a categorical column: one unit per category, 1 for the category of the row and 0 for all others.
/// The first unit is for categories that were not seen in training.
/// </summary>
internal sealed class OneHotEncoding : Module
{
    // The state_dict key stays 'places' for compatibility.
    private readonly Tensor places;

    public OneHotEncoding(CategoricalColumn column)
        : base(nameof(OneHotEncoding))
    {
        Column = column.Column;
        Size = column.Size;
        register_buffer(
            "places",
            places = arange(Scalars.Get(0), Scalars.Get(Size), Scalars.One, dtype: ScalarType.Float32).DetachFromDisposeScope());
    }

    /// <summary>The index of the column in a raw row.</summary>
    public int Column { get; }

    /// <summary>The number of units.</summary>
    public int Size { get; }

    /// <summary>
    /// Encodes category indices, [batch, 1], as one-hot units, [batch, <see cref="Size"/>]; all units are 0 for an invalid
    /// index.
    /// </summary>
    public V Encode<V>(V indices)
        where V : struct, IValue<V> =>
        (-(indices - indices.Weight(places)).Abs() + 1f).Relu();

    /// <summary>Returns the index of the largest unit, [batch, 1]; of several, the first.</summary>
    public V Decode<V>(V units)
        where V : struct, IValue<V>
    {
        // Earlier units get larger values, so that a maximum finds the first.
        var isLargest = units.GreaterOrEqual(units.ReduceMax([-1], keepDims: true));
        return -(isLargest * (-units.Weight(places) + Size)).ReduceMax([-1], keepDims: true) + Size;
    }
}
