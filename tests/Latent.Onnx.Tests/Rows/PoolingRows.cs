using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class PoolingRows
{
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
    ];
}
