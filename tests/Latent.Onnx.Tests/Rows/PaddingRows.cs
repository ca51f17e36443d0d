using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class PaddingRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("ConstantPad1d", () => ConstantPad1d((1, 3), 0.5), [2, 5]),
        new("ConstantPad1d that cuts off", () => ConstantPad1d((-1, 2), 0.5), [2, 5]),
        new("ConstantPad2d", () => ConstantPad2d((1, 0, 2, 3), -1.5), [2, 3, 5]),
        new("ConstantPad2d, all sides", () => ConstantPad2d(2, 4), [2, 3, 5]),
        new("ConstantPad3d", () => ConstantPad3d((1, 0, 2, 3, 0, 1), 2), [2, 3, 5, 4]),
        new("ZeroPad2d", () => ZeroPad2d((3, 1, 0, 2)), [2, 3, 5]),
        new("ReflectionPad1d, all but one", () => ReflectionPad1d((4, 2)), [2, 5]),
        new("ReflectionPad2d of odd sides", () => ReflectionPad2d((1, 4, 2, 0)), [2, 3, 5]),
        new("ReflectionPad2d, all sides", () => ReflectionPad2d(2), [2, 3, 7]),
        new("ReflectionPad3d", () => ReflectionPad3d((1, 2, 0, 2, 1, 0)), [2, 3, 5, 3]),
        new("ReplicationPad1d, beyond its length", () => ReplicationPad1d((7, 1)), [2, 5]),
        new("ReplicationPad2d", () => ReplicationPad2d((1, 4, 2, 0)), [2, 3, 5]),
        new("ReplicationPad3d", () => ReplicationPad3d((1, 2, 0, 4, 1, 0)), [2, 3, 5, 3]),
    ];
}
