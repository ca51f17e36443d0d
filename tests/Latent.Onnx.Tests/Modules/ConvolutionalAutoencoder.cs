using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>A convolutional encoder and decoder of images of 12 x 12 gray pixels.</summary>
internal static class ConvolutionalAutoencoder
{
    public static Sequential Make() => Sequential(("encoder", Encoder()), ("decoder", Decoder()));

    private static Sequential Encoder() => Sequential(
        ("conv", Conv2d(1, 4, 3, stride: 2, padding: 1)), // [batch, 4, 6, 6]
        ("norm", BatchNorm2d(4)),
        ("bend", GELU()),
        ("pool", MaxPool2d(2)), // [batch, 4, 3, 3]
        ("flat", Flatten()),
        ("code", Linear(36, 5)));

    private static Sequential Decoder() => Sequential(
        ("spread", Linear(5, 36)),
        // The graph golden has this name.
        ("picture", Unflatten(1, [4, 3, 3])),
        ("norm", Norm(GroupNorm(2, 4))),
        ("up", ConvTranspose2d(4, 4, 4, stride: 2, padding: 1)), // [batch, 4, 6, 6]
        ("bend", ReLU()),
        ("pixels", ConvTranspose2d(4, 1, 3, stride: 2, padding: 1, output_padding: 1)),
        ("limit", Sigmoid()));

    // TorchSharp 0.107 does not initialize these weights.
    private static GroupNorm Norm(GroupNorm layer)
    {
        init.ones_(layer.weight);
        init.zeros_(layer.bias!);
        return layer;
    }
}
