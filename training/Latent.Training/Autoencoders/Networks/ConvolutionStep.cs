using Latent.Imaging;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>One convolution: its input shape, output shape and kernel.</summary>
/// <param name="Input">Channels, height and width of its input.</param>
/// <param name="Output">Channels, height and width of its output.</param>
/// <param name="Kernel">Height and width of its kernel.</param>
/// <param name="Stride">Its stride.</param>
/// <param name="Padding">Its zero padding.</param>
internal sealed record ConvolutionStep(ImageShape Input, ImageShape Output, (long Height, long Width) Kernel, long Stride, long Padding)
{
    /// <summary>Creates a convolution that halves height and width; null where either is odd.</summary>
    public static ConvolutionStep? Halve(ImageShape shape, int channels) => shape.Height % 2 == 0 && shape.Width % 2 == 0
        ? new(shape, new ImageShape(channels, shape.Height / 2, shape.Width / 2), (4, 4), 2, 1)
        : null;

    /// <summary>Creates a convolution over the whole input.</summary>
    public static ConvolutionStep Cover(ImageShape shape, int channels) =>
        new(shape, new ImageShape(channels, 1, 1), (shape.Height, shape.Width), 1, 0);

    public Conv2d Convolution() =>
        Conv2d(Input.Channels, Output.Channels, Kernel, stride: (Stride, Stride), padding: (Padding, Padding));

    /// <summary>Creates the transposed convolution.</summary>
    public ConvTranspose2d Transpose() =>
        ConvTranspose2d(Output.Channels, Input.Channels, Kernel, stride: (Stride, Stride), padding: (Padding, Padding));
}
