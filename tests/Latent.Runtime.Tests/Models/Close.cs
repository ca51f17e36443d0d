namespace Latent.Runtime.Tests.Models;

/// <summary>Compares floats with an absolute tolerance on unit scale, for sums computed in a different order.</summary>
public static class Close
{
    public const float Tolerance = 1e-5f;

    public static void AssertEqual(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(MathF.Abs(expected[i] - actual[i]) <= Tolerance, $"value {i}: expected {expected[i]}, received {actual[i]}");
    }
}
