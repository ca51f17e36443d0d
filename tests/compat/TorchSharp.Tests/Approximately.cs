using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

/// <summary>Compares numbers one by one, with a tolerance that the test names.</summary>
internal static class Approximately
{
    public const double Single = 1e-5;

    public static void Equal(double[] expected, Tensor actual, double tolerance = Single)
    {
        using var numbers = actual.to_type(ScalarType.Float64);
        var values = numbers.data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= tolerance, $"element {i}: expected {expected[i]}, received {values[i]}");
    }

    public static void Equal(double expected, double actual, double tolerance = Single) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"expected {expected}, received {actual}");

    public static void Equal(Tensor expected, Tensor actual, double tolerance = Single)
    {
        Assert.Equal(expected.shape, actual.shape);
        using var here = expected.to_type(ScalarType.Float64);
        Equal(here.data<double>().ToArray(), actual, tolerance);
    }
}
