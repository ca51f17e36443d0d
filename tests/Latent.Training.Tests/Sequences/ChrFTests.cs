using Latent.Training.Sequences;

namespace Latent.Training.Tests.Sequences;

public sealed class ChrFTests
{
    [Theory]
    [InlineData("the king came", "the king came", 1)]
    [InlineData("theking came", "the kingcame", 1)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 0)]

    // Runs of one: 2 of 2 found, 2 of 4 wanted: F2 = 5 · 0.5 / 4.5; of two: 1 of 1, 1 of 3; of three and four: none of 2 and 1.
    [InlineData("ab", "abcd", ((2.5 / 4.5) + (5 * (1 / 3.0) / (4 + (1 / 3.0)))) / 4)]
    public void Compute_TwoTexts_IsTheMeanScoreOfTheirRuns(string text, string reference, double expected) =>
        Assert.Equal(expected, ChrF.Compute(text, reference), precision: 12);
}
