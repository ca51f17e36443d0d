namespace Latent.Data.Tests;

public sealed class SplitSizeTests
{
    [Theory]
    [InlineData("5000", 5000)]
    [InlineData("0", 0)]
    [InlineData("0.1", 6000)]
    [InlineData("0.25", 15000)]
    [InlineData("1e-3", 60)]
    public void CountOf_CountOrFraction_IsANumberOfSamples(string text, int expected) =>
        Assert.Equal(expected, SplitSize.Parse(text).CountOf(60_000));

    [Theory]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("many")]
    [InlineData("")]
    public void Parse_NeitherCountNorFraction_IsAnError(string text)
    {
        var error = Assert.Throws<FormatException>(() => SplitSize.Parse(text));

        Assert.Equal($"A split size is a count (5000) or a fraction from 0 up to 1 (0.1). Received: {text}.", error.Message);
    }

    [Theory]
    [InlineData("5000")]
    [InlineData("0.1")]
    public void ToString_OfParsed_IsTheText(string text) => Assert.Equal(text, SplitSize.Parse(text).ToString());
}
