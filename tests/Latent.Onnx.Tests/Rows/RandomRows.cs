using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

/// <summary>Random configurations from named seeds; each takes odd and even sides that its window fits into.</summary>
internal static class RandomRows
{
    private const int FirstSeed = 1000;
    private const int Draws = 12;

    private static readonly PaddingModes[] Modes =

        [PaddingModes.Zeros, PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular];

    public static IReadOnlyList<ParityRow> All { get; } =
    [
        .. Enumerable.Range(FirstSeed, Draws).SelectMany(
            seed => new[] { Convolution(seed), Transposed(seed), Largest(seed), Mean(seed), Resized(seed) }),
    ];

    private static ParityRow Convolution(int seed)
    {
        var random = new Random(seed);
        var (groups, kernel, stride, dilation) = (random.Next(1, 4), random.Next(1, 4), random.Next(1, 4), random.Next(1, 3));
        var (padding, mode, bias) = (random.Next(0, 4), Modes[random.Next(Modes.Length)], random.Next(2) == 1);
        return new(
            $"Seed {seed}: Conv2d",
            () => Conv2d(2 * groups, 3 * groups, kernel, stride, padding, dilation, mode, groups, bias),
            [2 * groups, random.Next(6, 10), random.Next(6, 10)]);
    }

    private static ParityRow Transposed(int seed)
    {
        var random = new Random(seed);
        var (groups, kernel, stride, dilation) = (random.Next(1, 4), random.Next(1, 5), random.Next(1, 4), random.Next(1, 3));
        var (padding, extra) = (random.Next(0, 2), random.Next(0, Math.Max(stride, dilation)));
        return new(
            $"Seed {seed}: ConvTranspose1d",
            () => ConvTranspose1d(2 * groups, 3 * groups, kernel, stride, padding, extra, dilation, groups: groups),
            [2 * groups, random.Next(4, 9)]);
    }

    private static ParityRow Largest(int seed)
    {
        var random = new Random(seed);
        var (kernel, stride, dilation, roundUp) = (random.Next(1, 5), random.Next(1, 5), random.Next(1, 3), random.Next(2) == 1);
        var padding = random.Next(0, (kernel / 2) + 1);
        return new(
            $"Seed {seed}: MaxPool2d",
            () => MaxPool2d(kernel, stride, padding, dilation, roundUp),
            [2, random.Next(8, 13), random.Next(8, 13)]);
    }

    private static ParityRow Mean(int seed)
    {
        var random = new Random(seed);
        var (kernel, stride, counted, roundUp) = (random.Next(1, 5), random.Next(1, 5), random.Next(2) == 1, random.Next(2) == 1);
        var padding = random.Next(0, (kernel / 2) + 1);
        return new(
            $"Seed {seed}: AvgPool2d",
            () => AvgPool2d(kernel, stride, padding, roundUp, counted),
            [2, random.Next(4, 9), random.Next(4, 9)]);
    }

    private static ParityRow Resized(int seed)
    {
        var random = new Random(seed);
        var mode = random.Next(2) == 1 ? UpsampleMode.Nearest : UpsampleMode.Bilinear;
        bool? aligned = mode == UpsampleMode.Nearest ? null : random.Next(2) == 1;
        double[] scales = [random.Next(12, 40) / 8.0, random.Next(12, 40) / 8.0];
        return new(
            $"Seed {seed}: Upsample",
            () => Upsample(scale_factor: scales, mode: mode, align_corners: aligned),
            [2, random.Next(2, 9), random.Next(2, 9)]);
    }
}
