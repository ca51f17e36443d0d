namespace Latent.Bundles.Tests;

public sealed class UnitScaleTests
{
    [Fact]
    public void Difference_SmallValues_IsAbsolute() => Assert.Equal(0.25, UnitScale.Difference([0, 0.5f, -1], [0, 0.25f, -1]));

    [Fact]
    public void Difference_LargeValue_IsRelativeToIt() => Assert.Equal(0.25, UnitScale.Difference([-8], [-6]));

    [Fact]
    public void Difference_LargeValueBesideASmallOne_DoesNotLoosenIt() => Assert.Equal(0.5, UnitScale.Difference([1000, 0], [1000, 0.5f]));

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(1, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(1, float.NegativeInfinity)]
    public void Difference_ValueThatIsNotFinite_IsInfinite(float expected, float received) =>
        Assert.Equal(double.PositiveInfinity, UnitScale.Difference([0, expected, 0], [0, received, 0]));

    [Fact]
    public void Difference_OtherLength_IsInfinite() => Assert.Equal(double.PositiveInfinity, UnitScale.Difference([1, 2], [1]));
}
