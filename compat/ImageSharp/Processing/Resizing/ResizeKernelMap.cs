using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>One kernel a new pixel, along one side. When shrinking, kernels widen by the ratio, so that every source pixel counts.</summary>
internal static class ResizeKernelMap
{
    private const double Epsilon = 1e-8;

    public static ResizeKernel[] Calculate(IResampler sampler, int sourceLength, int targetLength)
    {
        var ratio = (double)sourceLength / targetLength;
        var scale = Math.Max(1, ratio);
        var radius = (int)Ceiling(scale * sampler.Radius);
        var kernels = new ResizeKernel[targetLength];
        for (var i = 0; i < targetLength; i++)
            kernels[i] = Calculate(sampler, ((i + .5) * ratio) - .5, scale, radius, sourceLength);
        return kernels;
    }

    // Beyond the edge there is nothing: weights within the picture are made to sum to one.
    private static ResizeKernel Calculate(IResampler sampler, double center, double scale, int radius, int sourceLength)
    {
        var left = Math.Max(0, (int)Ceiling(center - radius));
        var right = Math.Min(sourceLength - 1, (int)Floor(center + radius));
        var values = new double[right - left + 1];
        var sum = 0.0;
        for (var j = left; j <= right; j++)
            sum += values[j - left] = sampler.GetValue((float)((j - center) / scale));

        return new ResizeKernel(left, Array.ConvertAll(values, value => (float)(sum > 0 ? value / sum : value)));
    }

    private static double Ceiling(double value) => IsWhole(value) ? Math.Round(value) : Math.Ceiling(value);

    private static double Floor(double value) => IsWhole(value) ? Math.Round(value) : Math.Floor(value);

    private static bool IsWhole(double value) => Math.Abs(Math.IEEERemainder(value, 1)) < Epsilon;
}
