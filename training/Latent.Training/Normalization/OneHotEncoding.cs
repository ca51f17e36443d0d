using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Normalization;

/// <summary>
/// A column of words as the network sees it: a slot a word, of which the one of the row's word is 1 and all others are 0
/// (one-hot). The first slot is for words that were not seen in training.
/// </summary>
internal sealed class OneHotEncoding : Module
{
    private readonly Tensor places;

    public OneHotEncoding(CategoricalColumn words)
        : base(nameof(OneHotEncoding))
    {
        Column = words.Column;
        Size = words.Size;
        register_buffer("places", places = arange(Scalars.Get(0), Scalars.Get(Size), Scalars.One, dtype: ScalarType.Float32).DetachFromDisposeScope());
    }

    /// <summary>The place of the column in a raw row.</summary>
    public int Column { get; }

    /// <summary>The number of slots.</summary>
    public int Size { get; }

    /// <summary>The numbers of words, [batch, 1], as slots, [batch, <see cref="Size"/>]; all are 0 for what is the number of no word.</summary>
    public V Encode<V>(V numbers)
        where V : struct, IValue<V> =>
        (-(numbers - numbers.Weight(places)).Abs() + 1f).Relu();

    /// <summary>The number of the largest of the slots, [batch, 1]; of several, the first.</summary>
    public V Decode<V>(V slots)
        where V : struct, IValue<V>
    {
        // The earlier a slot, the more it counts here, so that a maximum finds the first.
        var isLargest = slots.GreaterOrEqual(slots.ReduceMax([-1], keepDims: true));
        return -(isLargest * (-slots.Weight(places) + Size)).ReduceMax([-1], keepDims: true) + Size;
    }
}
