namespace Latent.Sequences.Tests;

public sealed class WordTokenizerTests
{
    private readonly WordTokenizer tokenizer = new();

    [Theory]
    [InlineData("In the beginning, God's word.", "in|the|beginning|,|god's|word|.")]
    [InlineData("God’s Har-magedon – “Amen!”", "god's|har-magedon|–|“|amen|!|”")]
    [InlineData("'Quoted' -dash- o'", "'|quoted|'|-|dash|-|o|'")]
    [InlineData("  \t\r\n ", "")]
    [InlineData("", "")]
    [InlineData("12,5 Études e\u0301", "12|,|5|études|e\u0301")]
    [InlineData("😀x\u0007y", "😀|x|y")]
    public void Split_OfAText_GivesWordsAndSigns(string text, string tokens) =>
        Assert.Equal(tokens, string.Join('|', tokenizer.Split(text)));

    [Theory]
    [InlineData("he said , “ come ! ” and ( they ) came .", "he said, “come!” and (they) came.")]
    [InlineData("god's word", "god's word")]
    [InlineData("", "")]
    public void Join_OfTokens_SetsSpacesAsPeopleDo(string tokens, string text) =>
        Assert.Equal(text, tokenizer.Join(tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Split_OfAJoinedText_GivesItsTokens()
    {
        var tokens = tokenizer.Split("And God said, “Let there be light;” and (behold) there was!");

        Assert.Equal(tokens, tokenizer.Split(tokenizer.Join(tokens)));
    }
}
