namespace Latent.Bundles.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("epochs", "epoch", 1)]
    [InlineData("ab", "ba", 2)]
    public void Compute_TwoTexts_IsTheSameBothWays(string from, string to, int expected)
    {
        Assert.Equal(expected, EditDistance.Compute(from, to));
        Assert.Equal(expected, EditDistance.Compute(to, from));
    }

    [Fact]
    public void Nearest_OfEquallyNearNames_IsTheFirst() => Assert.Equal("cat", EditDistance.Nearest("bat", ["cat", "rat", "dog"]));
}
