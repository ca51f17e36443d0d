using TorchSharp;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class ConvolutionRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("Conv1d", () => Conv1d(3, 5, 3), [3, 9]),
        new("Conv1d, strided and padded", () => Conv1d(3, 5, 4, stride: 3, padding: 2), [3, 10]),
        new("Conv1d, same, even window", () => Conv1d(3, 5, 4, Padding.Same), [3, 10]),
        new("Conv1d, same, replicated, even window", () => Conv1d(3, 5, 4, Padding.Same, padding_mode: PaddingModes.Replicate), [3, 10]),
        new("Conv1d, reflected", () => Conv1d(3, 5, 3, padding: 2, padding_mode: PaddingModes.Reflect), [3, 10]),
        new("Conv2d", () => Conv2d(2, 4, 3), [2, 7, 6]),
        new("Conv2d, no bias", () => Conv2d(2, 4, 3, bias: false), [2, 7, 6]),
        new("Conv2d, halving", () => Conv2d(2, 4, 4, stride: 2, padding: 1), [2, 8, 8]),
        new("Conv2d, an eighth", () => Conv2d(1, 4, 15, stride: 8, padding: 7), [1, 24, 16]),
        new("Conv2d, sides of their own", () => Conv2d(2, 4, (3, 2), (2, 1), (1, 0), (2, 3)), [2, 9, 8]),
        new("Conv2d, dilated", () => Conv2d(2, 4, 3, dilation: 2), [2, 9, 8]),
        new("Conv2d, groups", () => Conv2d(4, 6, 3, groups: 2), [4, 7, 6]),
        new("Conv2d, a group a channel", () => Conv2d(4, 4, 3, padding: 1, groups: 4), [4, 7, 6]),
        new("Conv2d, same", () => Conv2d(2, 4, 3, Padding.Same), [2, 7, 6]),
        new("Conv2d, same, even window, dilated", () => Conv2d(2, 4, (4, 2), Padding.Same, dilation: (1, 3)), [2, 7, 6]),
        new("Conv2d, valid", () => Conv2d(2, 4, 3, Padding.Valid, stride: 2), [2, 7, 6]),
        new("Conv2d, reflected", () => Conv2d(2, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect), [2, 7, 6]),
        new("Conv2d, replicated", () => Conv2d(2, 4, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Replicate), [2, 7, 6]),
        new("Conv2d, replicated, strided", () => Conv2d(2, 4, 3, stride: 2, padding: 1, padding_mode: PaddingModes.Replicate), [2, 7, 6]),
        new("Conv2d, constant", () => Conv2d(2, 4, 3, padding: 1, padding_mode: PaddingModes.Constant), [2, 7, 6]),
        new("Conv2d, reflected without padding", () => Conv2d(2, 4, 3, padding_mode: PaddingModes.Reflect), [2, 7, 6]),
        new("Conv1d, wrapped", () => Conv1d(3, 5, 4, padding: 3, padding_mode: PaddingModes.Circular), [3, 7]),
        new("Conv1d, wrapped, same", () => Conv1d(3, 5, 4, Padding.Same, padding_mode: PaddingModes.Circular), [3, 7]),
        new("Conv2d, wrapped", () => Conv2d(2, 4, (3, 5), padding: (1, 2), padding_mode: PaddingModes.Circular), [2, 7, 5]),
        new("Conv2d, reflected, odd sides", () => Conv2d(2, 4, 7, padding: 3, padding_mode: PaddingModes.Reflect), [2, 5, 7]),
        new("Conv3d, reflected", () => Conv3d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Reflect), [2, 3, 5, 4]),
        new("Conv3d, replicated", () => Conv3d(2, 3, 3, stride: 2, padding: 2, padding_mode: PaddingModes.Replicate), [2, 3, 5, 4]),
        new("Conv3d, wrapped", () => Conv3d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Circular), [2, 3, 5, 4]),
        new("Conv3d, same, dilated", () => Conv3d(2, 3, 3, Padding.Same, dilation: 2), [2, 4, 5, 6]),
        new("Conv3d, valid", () => Conv3d(2, 3, (1, 2, 3), Padding.Valid), [2, 4, 5, 6]),
        new(
            "ConvTranspose1d, dilated, groups",
            () => ConvTranspose1d(4, 6, 3, stride: 3, padding: 1, output_padding: 2, dilation: 2, groups: 2),
            [4, 7]),
        new(
            "ConvTranspose3d, dilated, sides of their own",
            () => ConvTranspose3d(2, 3, (3, 2, 1), (2, 2, 3), (1, 0, 0), (1, 1, 1), (2, 1, 1)),
            [2, 3, 2, 4]),
        new("Conv3d", () => Conv3d(2, 3, 3, padding: 1), [2, 4, 5, 6]),
        new("Conv3d, strided, groups", () => Conv3d(2, 4, (1, 2, 3), (1, 2, 2), groups: 2, bias: false), [2, 4, 5, 6]),
        new("ConvTranspose1d", () => ConvTranspose1d(3, 5, 3), [3, 9]),
        new("ConvTranspose1d, doubling", () => ConvTranspose1d(3, 5, 3, stride: 2, padding: 1, output_padding: 1), [3, 9]),
        new("ConvTranspose2d", () => ConvTranspose2d(2, 4, 3), [2, 5, 4]),
        new("ConvTranspose2d, no bias", () => ConvTranspose2d(2, 4, 3, bias: false), [2, 5, 4]),
        new("ConvTranspose2d, doubling", () => ConvTranspose2d(2, 4, 4, stride: 2, padding: 1), [2, 5, 4]),
        new("ConvTranspose2d, output padding", () => ConvTranspose2d(2, 4, 3, stride: 2, padding: 1, output_padding: 1), [2, 5, 4]),
        new("ConvTranspose2d, dilated", () => ConvTranspose2d(2, 4, 3, dilation: 2, padding: 1), [2, 5, 4]),
        new("ConvTranspose2d, groups", () => ConvTranspose2d(4, 6, 3, stride: 2, groups: 2), [4, 5, 4]),
        new("ConvTranspose2d, sides of their own", () => ConvTranspose2d(2, 4, (3, 2), (2, 3), (1, 0), (1, 1), (1, 2)), [2, 5, 4]),
        new("ConvTranspose3d", () => ConvTranspose3d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), [2, 3, 2, 4]),
        new("ConvTranspose3d, groups, no bias", () => ConvTranspose3d(2, 4, (1, 2, 3), groups: 2, bias: false), [2, 3, 2, 4]),
    ];
}
