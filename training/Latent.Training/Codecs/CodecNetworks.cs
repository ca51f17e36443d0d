using Latent.Shared;
using Latent.Training.Normalization;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// The layers of a codec. Each layer halves height and width on the way to the latents, and doubles them on the way back.
/// </summary>
internal static class CodecNetworks
{
    private const float StartBesideSkip = 0.1f;

    public static Sequential Analysis(CodecOptions options)
    {
        int[] channels = [1, .. options.Widths, options.Latent];
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i + 1 < channels.Length; i++)
        {
            layers.Add(Conv2d(channels[i], channels[i + 1], options.Kernel, stride: 2, padding: options.Kernel / 2));
            if (i + 2 < channels.Length)
                layers.AddRange(Between(options, channels[i + 1], isInverse: false));
        }

        return Quiet(options, layers);
    }

    public static Sequential Synthesis(CodecOptions options)
    {
        int[] channels = [options.Latent, .. options.Widths.Reverse(), 1];
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i + 1 < channels.Length; i++)
        {
            layers.Add(
                ConvTranspose2d(channels[i], channels[i + 1], options.Kernel, stride: 2, padding: options.Kernel / 2, output_padding: 1));
            if (i + 2 < channels.Length)
                layers.AddRange(Between(options, channels[i + 1], isInverse: true));
        }

        return Quiet(options, layers);
    }

    // Beside skip layers, these layers start as a small correction.
    private static Sequential Quiet(CodecOptions options, List<Module<Tensor, Tensor>> layers)
    {
        using var frozen = no_grad();
        foreach (var (_, weight) in layers[^1].named_parameters().Where(_ => options.Skip))
            weight.mul_(Scalars.Get(StartBesideSkip));
        return Sequential(layers.ToArray());
    }

    private static IEnumerable<Module<Tensor, Tensor>> Between(
        CodecOptions options,
        long channels,
        bool isInverse) => options.Normalization == CodecNormalization.Batch
        ? [BatchNormalization(channels), ReLU()]
        : [new DivisiveNormalization(channels, isInverse)];

    // The batch count is not used here, and TorchSharp increments it with a Scalar that garbage collection may free too early.
    private static BatchNorm2d BatchNormalization(long channels)
    {
        var layer = BatchNorm2d(channels);
        layer.num_batches_tracked = null;
        return layer;
    }
}
