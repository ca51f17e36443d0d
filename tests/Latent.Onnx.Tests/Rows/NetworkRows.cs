using Latent.Onnx.Tests.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class NetworkRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("Self-attention", () => new SelfAttention(width: 12, heads: 3), [5, 12]),
        new(
            "Transformer block",
            () => Sequential(LayerNorm(12), new SelfAttention(width: 12, heads: 3), Linear(12, 24), GELU(), Linear(24, 12)),
            [5, 12]),
        new("Residual block", () => new ResidualBlock(4), [4, 6, 6]),
        new("Convolutional autoencoder", () => ConvolutionalAutoencoder.Make(), [1, 12, 12]),
    ];
}
