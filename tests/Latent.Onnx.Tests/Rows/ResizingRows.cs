using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class ResizingRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("Upsample", () => Upsample(scale_factor: [2.0, 2.0]), [2, 3, 5]),
        new("Upsample of steps", () => Upsample(scale_factor: [3.0]), [2, 5]),
        new("Upsample of volumes", () => Upsample(scale_factor: [2.0, 1.0, 3.0]), [2, 3, 2, 4]),
        new("Upsample by scales that are not whole", () => Upsample(scale_factor: [1.7, 2.3]), [2, 7, 11]),
        new(
            "Upsample by scales that are not whole, recomputed",
            () => Upsample(scale_factor: [1.7, 2.3], recompute_scale_factor: true),
            [2, 7, 11]),
        new("Upsample by a scale that leaves the size", () => Upsample(scale_factor: [1.125, 4.375]), [2, 6, 2]),
        new("Upsample by a scale that doubles the size", () => Upsample(scale_factor: [2.4, 2.3]), [2, 2, 3]),
        new("Upsample of steps by a scale that leaves the size", () => Upsample(scale_factor: [1.125]), [2, 6]),
        new("Upsample of steps by a scale that doubles the size", () => Upsample(scale_factor: [2.4]), [2, 2]),
        new("Upsample to a size", () => Upsample(size: [7L, 13L]), [2, 3, 5]),
        new("Upsample that shrinks", () => Upsample(size: [3L, 5L]), [2, 7, 11]),
        Smooth("Upsample, linear", UpsampleMode.Linear, [2.5], false, [2, 5]),
        Smooth("Upsample, linear, corners aligned", UpsampleMode.Linear, [3], true, [2, 5]),
        Smooth("Upsample, bilinear", UpsampleMode.Bilinear, [2, 2], false, [2, 3, 5]),
        Smooth("Upsample, bilinear, corners unsaid", UpsampleMode.Bilinear, [2, 2], null, [2, 3, 5]),
        Smooth("Upsample, bilinear, corners aligned", UpsampleMode.Bilinear, [2, 2], true, [2, 3, 5]),
        Smooth("Upsample, bilinear, scales that are not whole", UpsampleMode.Bilinear, [1.7, 2.3], false, [2, 7, 11]),
        new(
            "Upsample, bilinear, recomputed",
            () => Upsample(scale_factor: [1.7, 2.3], mode: UpsampleMode.Bilinear, recompute_scale_factor: true),
            [2, 7, 11]),
        new("Upsample, bilinear, to a size", () => Upsample(size: [7L, 13L], mode: UpsampleMode.Bilinear), [2, 3, 5]),
        new(
            "Upsample, bilinear, to a size, corners aligned",
            () => Upsample(size: [7L, 13L], mode: UpsampleMode.Bilinear, align_corners: true),
            [2, 3, 5]),
        Smooth("Upsample, bicubic", UpsampleMode.Bicubic, [2, 2], false, [2, 5, 7]),
        Smooth("Upsample, bicubic, corners aligned", UpsampleMode.Bicubic, [3, 3], true, [2, 5, 7]),
        Smooth("Upsample, trilinear", UpsampleMode.Trilinear, [2, 1, 3], false, [2, 3, 2, 4]),
        Smooth("Upsample, trilinear, corners aligned", UpsampleMode.Trilinear, [2, 2, 2], true, [2, 3, 2, 4]),
        new("PixelShuffle", () => PixelShuffle(2), [12, 3, 5]),
        new("PixelShuffle by three", () => PixelShuffle(3), [18, 2, 3]),
        new("PixelUnshuffle", () => PixelUnshuffle(2), [3, 6, 4]),
        new("PixelUnshuffle by three", () => PixelUnshuffle(3), [2, 3, 9]),
        new("ChannelShuffle", () => ChannelShuffle(2), [6, 3, 5]),
        new("ChannelShuffle of many", () => ChannelShuffle(4), [512, 2, 2]),
        new("ChannelShuffle of steps", () => ChannelShuffle(3), [12, 5]),
        new("Unfold", () => Unfold(3), [2, 5, 7]),
        new("Unfold, padded, strided", () => Unfold(2, padding: 1, stride: 2), [3, 5, 6]),
        new("Unfold, dilated, sides of their own", () => Unfold((2, 3), (2, 1), (1, 0), (1, 2)), [2, 7, 9]),
        new("Unfold of an image", () => Unfold(3, padding: 1), [3, 32, 40]),
        new("Fold", () => Fold((5, 7), (3, 3)), [18, 15]),
        new("Fold, padded, strided", () => Fold((5, 6), (2, 2), padding: (1, 1), stride: (2, 2)), [12, 12]),
        new("Fold, rows and columns left over", () => Fold((7, 8), (3, 3), stride: (3, 3)), [9, 4]),
        new("Fold, dilated, sides of their own", () => Fold((7, 9), (2, 3), (2, 1), (1, 0), (1, 2)), [12, 28]),
    ];

    private static ParityRow Smooth(string name, UpsampleMode mode, double[] scales, bool? aligned, long[] row) =>
        new(name, () => Upsample(scale_factor: scales, mode: mode, align_corners: aligned), row);
}
