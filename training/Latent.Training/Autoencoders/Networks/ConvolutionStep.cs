using Latent.Imaging;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>One convolution: what it takes, what it leaves, and its window.</summary>
/// <param name="Input">Channels, height and width in front of it.</param>
/// <param name="Output">Channels, height and width behind it.</param>
/// <param name="Kernel">Height and width of its window.</param>
/// <param name="Stride">Its step.</param>
/// <param name="Padding">Zeros around its input.</param>
internal sealed record ConvolutionStep(ImageShape Input, ImageShape Output, (long Height, long Width) Kernel, long Stride, long Padding)
{
    /// <summary>A convolution that halves height and width; null where one of them is odd.</summary>
    public static ConvolutionStep? Halve(ImageShape shape, int channels) => shape.Height % 2 == 0 && shape.Width % 2 == 0
        ? new(shape, new ImageShape(channels, shape.Height / 2, shape.Width / 2), (4, 4), 2, 1)
        : null;

    /// <summary>A convolution over the whole of its input.</summary>
    public static ConvolutionStep Cover(ImageShape shape, int channels) =>
        new(shape, new ImageShape(channels, 1, 1), (shape.Height, shape.Width), 1, 0);

    public Conv2d Convolution() =>
        Conv2d(Input.Channels, Output.Channels, Kernel, stride: (Stride, Stride), padding: (Padding, Padding));

    /// <summary>The way back.</summary>
    public ConvTranspose2d Transpose() =>
        ConvTranspose2d(Output.Channels, Input.Channels, Kernel, stride: (Stride, Stride), padding: (Padding, Padding));
}
