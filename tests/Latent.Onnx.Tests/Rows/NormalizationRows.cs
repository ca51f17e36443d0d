using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class NormalizationRows
{
    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("BatchNorm1d", () => Trained(BatchNorm1d(5)), [5]),
        new("BatchNorm1d over a sequence", () => Trained(BatchNorm1d(5)), [5, 7]),
        new("BatchNorm1d, not affine", () => Trained(BatchNorm1d(5, affine: false)), [5]),
        new("BatchNorm2d", () => Trained(BatchNorm2d(3)), [3, 4, 5]),
        new("BatchNorm2d, epsilon", () => Trained(BatchNorm2d(3, eps: 0.1)), [3, 4, 5]),
        new("BatchNorm2d, not affine", () => Trained(BatchNorm2d(3, affine: false)), [3, 4, 5]),
        new("BatchNorm3d", () => Trained(BatchNorm3d(3)), [3, 2, 4, 5]),
        new("BatchNorm1d over a sequence, no running statistics", () => Trained(BatchNorm1d(5, track_running_stats: false)), [5, 7]),
        new("BatchNorm2d, no running statistics", () => Trained(BatchNorm2d(3, track_running_stats: false)), [3, 4, 5]),
        new(
            "BatchNorm2d, no running statistics, not affine",
            () => BatchNorm2d(3, eps: 0.1, affine: false, track_running_stats: false),
            [3, 4, 5]),
        new("BatchNorm3d, no running statistics", () => Trained(BatchNorm3d(3, track_running_stats: false)), [3, 2, 4, 5]),
        new("BatchNorm3d, not affine", () => Trained(BatchNorm3d(3, affine: false)), [3, 2, 4, 5]),
        new("InstanceNorm1d", () => InstanceNorm1d(5), [5, 7]),
        new("InstanceNorm1d, affine", () => Trained(InstanceNorm1d(5, affine: true)), [5, 7]),
        new("InstanceNorm1d, running statistics", () => Trained(InstanceNorm1d(5, track_running_stats: true)), [5, 7]),
        new("InstanceNorm2d", () => InstanceNorm2d(3, eps: 0.1), [3, 4, 5]),
        new("InstanceNorm2d, affine", () => Trained(InstanceNorm2d(3, affine: true)), [3, 4, 5]),
        new(
            "InstanceNorm2d, affine, running statistics",
            () => Trained(InstanceNorm2d(3, affine: true, track_running_stats: true)),
            [3, 4, 5]),
        new("InstanceNorm3d, affine", () => Trained(InstanceNorm3d(3, affine: true)), [3, 2, 4, 5]),
        new("InstanceNorm3d, running statistics", () => Trained(InstanceNorm3d(3, track_running_stats: true)), [3, 2, 4, 5]),
        new("LocalResponseNorm", () => LocalResponseNorm(3, alpha: 0.9, beta: 0.6, k: 0.7), [5, 4, 3]),
        new("LocalResponseNorm, wider than the channels", () => LocalResponseNorm(9, alpha: 2), [5, 4, 3]),
        new("LocalResponseNorm, even size", () => LocalResponseNorm(4, alpha: 0.9, beta: 0.6), [5, 4, 3]),
        new("LocalResponseNorm over a sequence", () => LocalResponseNorm(3, alpha: 0.9), [5, 7]),
        new("LocalResponseNorm over volumes, even size", () => LocalResponseNorm(2, alpha: 1.5), [5, 2, 4, 3]),
        new("LayerNorm of equal extents, the last alone", () => Trained(LayerNorm(6)), [6, 6]),
        new("LayerNorm of all but the batch", () => Trained(LayerNorm([2, 3, 6])), [2, 3, 6]),
        new("GroupNorm over volumes", () => Trained(GroupNorm(2, 6)), [6, 3, 2, 4]),
        new("LayerNorm", () => Trained(LayerNorm(6)), [6]),
        new("LayerNorm over a sequence", () => Trained(LayerNorm(6)), [3, 6]),
        new("LayerNorm of two dimensions", () => Trained(LayerNorm([3, 6])), [2, 3, 6]),
        new("LayerNorm, epsilon, no bias", () => Trained(LayerNorm(6, eps: 0.1, bias: false)), [3, 6]),
        new("LayerNorm, not affine", () => Trained(LayerNorm([3, 6], elementwise_affine: false)), [3, 6]),
        new("GroupNorm", () => Trained(GroupNorm(2, 6)), [6, 3, 4]),
        new("GroupNorm over a sequence", () => Trained(GroupNorm(3, 6)), [6, 5]),
        new("GroupNorm, one group, not affine", () => Trained(GroupNorm(1, 6, affine: false)), [6, 3, 4]),
        new("GroupNorm, a group a channel", () => Trained(GroupNorm(6, 6, eps: 0.1)), [6, 3, 4]),
    ];

    // Untrained, weights are ones and biases zeros, and a converter that mixed them up would not be noticed.
    private static TModule Trained<TModule>(TModule layer)
        where TModule : Module<Tensor, Tensor>
    {
        using var frozen = no_grad();
        foreach (var (key, tensor) in layer.state_dict())
            tensor.copy_(
                key.EndsWith("mean", StringComparison.Ordinal) || key.EndsWith("bias", StringComparison.Ordinal)
                    ? randn(tensor.shape)
                    : rand(tensor.shape) + 0.5);
        return layer;
    }
}
