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

    // Unigrams have precision 2 of 2 and recall 2 of 4: F2 = 5 · 0.5 / 4.5; bigrams 1 of 1 and 1 of 3; 3-grams and 4-grams
    // have recall 0 of 2 and 0 of 1.
    [InlineData("ab", "abcd", ((2.5 / 4.5) + (5 * (1 / 3.0) / (4 + (1 / 3.0)))) / 4)]
    public void Compute_TwoTexts_IsTheMeanScoreOfTheirRuns(string text, string reference, double expected) =>
        Assert.Equal(expected, ChrF.Compute(text, reference), precision: 12);
}
