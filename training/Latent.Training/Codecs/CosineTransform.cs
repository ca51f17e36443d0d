using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// Linear layers that start as the orthonormal cosine transform of pixel blocks (Ahmed, Natarajan and Rao 1974), the lowest
/// frequencies first, and as its inverse. Their kernels extend almost one block further, with weights of 0, so that training
/// can let blocks overlap.
/// </summary>
internal static class CosineTransform
{
    /// <summary>Creates the layer from images to latents.</summary>
    public static Conv2d Forward(CodecOptions options)
    {
        var layer = Conv2d(1, options.Latent, Window(options), stride: options.Stride, padding: options.Stride - 1, bias: false);
        Start(layer.weight, options);
        return layer;
    }

    /// <summary>Creates the layer from latents to images.</summary>
    public static ConvTranspose2d Backward(CodecOptions options)
    {
        var layer = ConvTranspose2d(
            options.Latent,
            1,
            Window(options),
            stride: options.Stride,
            padding: options.Stride - 1,
            output_padding: options.Stride - 1,
            bias: false);
        Start(layer.weight, options);
        return layer;
    }

    private static long Window(CodecOptions options) => (2L * options.Stride) - 1;

    private static void Start(Tensor weight, CodecOptions options)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var side = options.Stride;
        var frequencies = Enumerable.Range(0, side * side).Select(position => (Y: position / side, X: position % side))
            .OrderBy(pair => pair.Y + pair.X)
            .Take(options.Latent);
        var basis = frequencies.SelectMany(pair => Enumerable.Range(0, side * side)
            .Select(pixel => (float)(Wave(pair.Y, pixel / side, side) * Wave(pair.X, pixel % side, side)))).ToArray();
        weight.zero_();
        weight.narrow(2, side - 1, side).narrow(3, side - 1, side)
            .copy_(tensor(basis, [options.Latent, side, side]).reshape(weight.shape[0], weight.shape[1], side, side));
    }

    private static double Wave(int frequency, int position, int side) =>
        Math.Sqrt((frequency == 0 ? 1.0 : 2.0) / side) * Math.Cos(((2 * position) + 1) * frequency * Math.PI / (2 * side));
}
