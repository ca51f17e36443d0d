using Latent.Onnx.Tests.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class PoolingRows
{
    // TorchSharp 0.107.
    private static readonly Defect Sizeless = new(
        () => AdaptiveMaxPool3d([1L, 1L, 1L]).output_size is null,
        "AdaptiveMaxPool3d has no output size: TorchSharp drops the one it is constructed with. " +
        "Use MaxPool3d with windows of the extent over the size.");

    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("MaxPool1d", () => MaxPool1d(3), [2, 9]),
        new("MaxPool1d, overlapping, rounded up", () => MaxPool1d(3, stride: 2, padding: 1, ceil_mode: true), [2, 10]),
        new("MaxPool2d", () => MaxPool2d(2), [2, 8, 6]),
        new("MaxPool2d, a row left over", () => MaxPool2d(2), [2, 7, 5]),
        new("MaxPool2d, rounded up", () => MaxPool2d(2, ceil_mode: true), [2, 7, 5]),
        new("MaxPool2d, rounded up, last window in the padding", () => MaxPool2d(2, stride: 2, padding: 1, ceil_mode: true), [2, 5, 4]),
        new("MaxPool2d, rounded up, stride beyond the window", () => MaxPool2d(2, stride: 5, ceil_mode: true), [2, 14, 13]),
        new("MaxPool2d, overlapping, padded, dilated", () => MaxPool2d(3, stride: 2, padding: 1, dilation: 2), [2, 9, 8]),
        new("MaxPool2d, sides of their own", () => MaxPool2d((3, 2), (2, 1), (1, 0)), [2, 9, 8]),
        new("MaxPool2d, lists of one", () => MaxPool2d([2L, 2L], padding: [1L, 0L]), [2, 9, 8]),
        new("MaxPool3d", () => MaxPool3d(2), [2, 4, 6, 5]),
        new(
            "MaxPool3d, overlapping, padded, dilated, rounded up",
            () => MaxPool3d((2, 3, 2), (2, 2, 1), (1, 1, 0), (1, 2, 2), ceil_mode: true),
            [2, 4, 7, 5]),
        new("AvgPool1d, rounded up", () => AvgPool1d(3, stride: 2, ceil_mode: true), [2, 10]),
        new("AvgPool1d, rounded up, padding counted", () => AvgPool1d(3, stride: 2, padding: 1, ceil_mode: true), [2, 10]),
        new(
            "AvgPool1d, rounded up, padding not counted",
            () => AvgPool1d(3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false),
            [2, 10]),
        new("AvgPool2d, rounded up", () => AvgPool2d(3, ceil_mode: true), [2, 8, 7]),
        new("AvgPool2d, rounded up, padding counted", () => AvgPool2d(3, stride: 2, padding: 1, ceil_mode: true), [2, 8, 6]),
        new(
            "AvgPool2d, rounded up, padding not counted",
            () => AvgPool2d(3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false),
            [2, 8, 6]),
        new("AvgPool2d, rounded up, divisor", () => AvgPool2d(3, stride: 2, padding: 1, ceil_mode: true, divisor_override: 5), [2, 8, 6]),
        new("AvgPool3d", () => AvgPool3d(2), [2, 4, 6, 5]),
        new("AvgPool3d, padding counted", () => AvgPool3d((2, 3, 2), (2, 2, 1), (1, 1, 0)), [2, 4, 7, 5]),
        new("AvgPool3d, rounded up, padding counted", () => AvgPool3d(3, 2, 1, ceil_mode: true), [2, 4, 6, 5]),
        new(
            "AvgPool3d, rounded up, padding not counted",
            () => AvgPool3d(3, 2, 1, ceil_mode: true, count_include_pad: false),
            [2, 4, 6, 5]),
        new("AvgPool3d, divisor", () => AvgPool3d(2, divisor_override: 3), [2, 4, 6, 5]),
        new("LPPool1d", () => LPPool1d(2, 3), [2, 9]),
        new("LPPool1d, rounded up", () => LPPool1d(2, 3, stride: 2, ceil_mode: true), [2, 10]),
        new("LPPool1d, by the sum", () => LPPool1d(1, 3), [2, 9]),
        new("LPPool2d", () => LPPool2d(2, 2), [2, 8, 6]),
        new("LPPool2d, fourth powers, sides of their own", () => LPPool2d(4, [2L, 3L], [1L, 2L]), [2, 8, 7]),
        new("AdaptiveAvgPool3d to one", () => AdaptiveAvgPool3d(1), [3, 5, 3, 2]),
        new("AdaptiveAvgPool3d to a part", () => AdaptiveAvgPool3d((2, 3, 1)), [3, 4, 9, 5]),
        new("AdaptiveMaxPool1d to one", () => AdaptiveMaxPool1d(1), [3, 7]),
        new("AdaptiveMaxPool1d to a part", () => AdaptiveMaxPool1d(4), [3, 8]),
        new("AdaptiveMaxPool2d to one", () => AdaptiveMaxPool2d([1L, 1L]), [3, 7, 5]),
        new("AdaptiveMaxPool2d to a part", () => AdaptiveMaxPool2d([2L, 3L]), [3, 8, 9]),
        new("AdaptiveMaxPool3d to one", () => AdaptiveMaxPool3d([1L, 1L, 1L]), [3, 4, 3, 5]) { Defect = Sizeless },
        new("AdaptiveMaxPool3d to a part", () => AdaptiveMaxPool3d([2L, 3L, 1L]), [3, 4, 9, 5]) { Defect = Sizeless },
        new("AvgPool1d", () => AvgPool1d(3, stride: 2, padding: 1), [2, 9]),
        new("AvgPool1d, padding not counted", () => AvgPool1d(3, padding: 1, count_include_pad: false), [2, 9]),
        new("AvgPool2d", () => AvgPool2d(2), [2, 8, 6]),
        new("AvgPool2d, padding counted", () => AvgPool2d(3, stride: 2, padding: 1), [2, 9, 7]),
        new("AvgPool2d, padding not counted", () => AvgPool2d(3, stride: 2, padding: 1, count_include_pad: false), [2, 9, 7]),
        new("AvgPool2d, divisor", () => AvgPool2d((2, 3), (2, 1), (1, 0), divisor_override: 4), [2, 8, 6]),
        new("AvgPool2d, rounded up where windows fill the input", () => AvgPool2d(2, ceil_mode: true), [2, 8, 6]),
        new("AdaptiveAvgPool1d to one", () => AdaptiveAvgPool1d(1), [3, 7]),
        new("AdaptiveAvgPool1d to a part", () => AdaptiveAvgPool1d(4), [3, 8]),
        new("AdaptiveAvgPool2d to one", () => AdaptiveAvgPool2d(1), [3, 7, 5]),
        new("AdaptiveAvgPool2d to a part", () => AdaptiveAvgPool2d((2, 3)), [3, 8, 9]),
        new("MaxUnpool1d", () => new UnpoolingModule(MaxPool1d(3), MaxUnpool1d(3)), [2, 9]),
        new("MaxUnpool1d, overlapping, padded", () => new UnpoolingModule(MaxPool1d(3, 2, 1), MaxUnpool1d(3, 2, 1)), [2, 9]),
        new("MaxUnpool2d", () => new UnpoolingModule(MaxPool2d(2), MaxUnpool2d(2)), [2, 8, 6]),
        new("MaxUnpool2d, overlapping, padded", () => new UnpoolingModule(MaxPool2d(3, 2, 1), MaxUnpool2d(3, 2, 1)), [2, 9, 7]),
        new(
            "MaxUnpool2d, sides of their own",
            () => new UnpoolingModule(MaxPool2d((3, 2), (2, 1), (1, 0)), MaxUnpool2d((3, 2), (2, 1), (1, 0))),
            [2, 9, 8]),
        new("MaxUnpool3d", () => new UnpoolingModule(MaxPool3d(2), MaxUnpool3d(2)), [2, 4, 6, 4]),
        new("MaxUnpool3d, overlapping, padded", () => new UnpoolingModule(MaxPool3d(3, 2, 1), MaxUnpool3d(3, 2, 1)), [2, 5, 7, 5]),
    ];
}
