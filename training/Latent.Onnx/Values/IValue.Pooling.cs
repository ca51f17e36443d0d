using TorchSharp.Modules;

namespace Latent.Onnx;

/// <remarks>
/// Max pooling can tell where its elements came from, and max unpooling puts others back there (Zeiler et al., 2011,
/// "Adaptive deconvolutional networks"). A place is the number of an element within its plane, [batch, channels, ...] as
/// the values that it belongs to. Extents behind the batch are fixed; what is yielded has the extents that
/// the layer's own numbers give, as TorchSharp 0.107 fails where it is told others. Of several
/// elements with one place, as windows that overlap yield, one stays: pooled ones are equal.
/// </remarks>
public partial interface IValue<V>
{
    /// <summary>Takes the largest elements of [batch, channels, length], and their places.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The elements, and their places as <see cref="ElementType.Int64"/>, in one shape.</returns>
    (V Values, V Indices) ApplyWithIndices(MaxPool1d layer);

    /// <summary>Takes the largest elements of [batch, channels, height, width], and their places.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The elements, and their places as <see cref="ElementType.Int64"/>, in one shape.</returns>
    (V Values, V Indices) ApplyWithIndices(MaxPool2d layer);

    /// <summary>Takes the largest elements of [batch, channels, depth, height, width], and their places.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The elements, and their places as <see cref="ElementType.Int64"/>, in one shape.</returns>
    (V Values, V Indices) ApplyWithIndices(MaxPool3d layer);

    /// <summary>Puts elements back where max pooling took them from, among zeros.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The places, in the shape of this.</param>
    V Apply(MaxUnpool1d layer, V indices);

    /// <summary>Puts elements back where max pooling took them from, among zeros.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The places, in the shape of this.</param>
    V Apply(MaxUnpool2d layer, V indices);

    /// <summary>Puts elements back where max pooling took them from, among zeros.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="indices">The places, in the shape of this.</param>
    V Apply(MaxUnpool3d layer, V indices);
}
