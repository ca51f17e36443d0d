namespace Latent.Runtime.Tests;

public sealed class LatentPathTests
{
    [Fact]
    public void Fill_SphericalQuarterCircle_KeepsTheLength()
    {
        var codes = new float[6];

        LatentPath.Fill([2, 0], [0, 2], 3, InterpolationKind.Spherical, codes);

        Assert.Equal([2, 0, MathF.Sqrt(2), MathF.Sqrt(2), 0, 2], codes, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(new float[] { 1, 1 }, new float[] { 3, 3 }, new float[] { 2, 2 })]
    [InlineData(new float[] { 1, 1 }, new float[] { -1, -1 }, new float[] { 0, 0 })]
    [InlineData(new float[] { 0, 0 }, new float[] { 4, 2 }, new float[] { 2, 1 })]
    public void Fill_SphericalWithoutAnArc_GoesStraight(float[] from, float[] to, float[] middle)
    {
        var codes = new float[6];

        LatentPath.Fill(from, to, 3, InterpolationKind.Spherical, codes);

        Assert.Equal(middle, codes[2..4], (a, b) => Math.Abs(a - b) < 1e-6);
    }
}
