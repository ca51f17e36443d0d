using System.Text;
using Latent.Files;
using Latent.Sequences;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class TextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_OfATextFile_HasOneRowPerLine()
    {
        var rows = Read("One two.\nTwo one two!\n");

        Assert.Equal([5], rows.SampleShape);
        Assert.Equal(["<pad>", "<begin>", "<end>", "<unknown>", "one", "two", ".", "!"], rows.Vocabulary!.Tokens);
        Assert.Equal([4, 5, 6, TokenVocabulary.End, TokenVocabulary.Pad], rows.Row(0).ToArray());
        Assert.Equal([5, 4, 5, 7, TokenVocabulary.End], rows.Row(1).ToArray());
    }

    [Fact]
    public void Read_WithAByteOrderMarkAndWindowsLineEnds_IsTheSame() =>
        Assert.Equal(Read("one two\ntwo\n").Digest, Read("\uFEFFone two\r\n\r\n  two\r\n").Digest);

    [Fact]
    public void Read_OfAnotherEncoding_SaysWhereAndHowToConvert()
    {
        var path = folder["latin.txt"];
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("plain\nJérusalem\n"));

        var error = Assert.Throws<DataException>(() => new DataCatalogue().Read(path));

        Assert.StartsWith("The text is not UTF-8.\nWhere: ", error.Message);
        Assert.EndsWith(
            "Expected: UTF-8\nReceived: the bytes E9\nFix: Convert the file, for example with: iconv -f latin1 -t utf-8.",
            error.Message);
    }

    [Fact]
    public void Read_OfALineWithoutEnd_IsRejectedBeforeItIsLoaded()
    {
        var path = folder["endless.txt"];
        File.WriteAllText(path, "short\n" + new string('a', (1 << 20) + 1));

        var error = Assert.Throws<DataException>(() => new DataCatalogue().Read(path));

        Assert.Equal(
            $"A line is too long.\nWhere: {path}, line 2\nExpected: at most 1048576 characters\nReceived: more\n"
            + "Fix: Provide a text file with one sentence per line.",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n\t\n")]
    public void Read_OfAnEmptyText_IsRejected(string text)
    {
        var error = Assert.Throws<DataException>(() => Read(text));

        Assert.Equal(
            "There is no text.\nWhere: data set \"text\"\nExpected: at least one line of 1 to 250 tokens\nReceived: none\n"
            + "Fix: Provide a text file with one sentence per line.",
            error.Message);
    }

    [Fact]
    public void Read_OfAMissingFile_SaysSo() =>
        Assert.StartsWith(
            "There is no such file.",
            Assert.Throws<DataException>(() => new DataCatalogue().Read(folder["none.txt"])).Message);

    [Fact]
    public void Read_OfALineWithTooManyTokens_SkipsIt()
    {
        var rows = Read($"one two\n{string.Concat(Enumerable.Repeat("so ", 251))}\n");

        Assert.Equal(1, rows.Count);
        Assert.Equal([3], rows.SampleShape);
    }

    [Fact]
    public void MostFrequent_OfRows_OrdersByFrequencyThenByAlphabet()
    {
        var rows = Read("b a c b\nc b d\n");

        Assert.Equal([.. TokenVocabulary.Special, "b", "c", "a"], TokenPreparation.MostFrequent(rows, 7).Tokens);
        Assert.Equal([.. TokenVocabulary.Special, "b", "c", "a", "d"], TokenPreparation.MostFrequent(rows, 0).Tokens);
    }

    [Fact]
    public void Fit_ToAnotherVocabulary_KeepsKnownTokensAndFittingRows()
    {
        var vocabulary = new TokenVocabulary("words", [.. TokenVocabulary.Special, "two", "one"]);

        var rows = TokenPreparation.Fit(Read("one two three\none two three four\n"), vocabulary, 4);

        Assert.Equal(1, rows.Count);
        Assert.Equal([5, 4, TokenVocabulary.Unknown, TokenVocabulary.End], rows.Row(0).ToArray());
    }

    [Fact]
    public void Fit_OfAnotherTokenizer_IsRejected()
    {
        var vocabulary = new TokenVocabulary("letters", [.. TokenVocabulary.Special, "a"]);

        Assert.StartsWith(
            "The rows use a different tokenizer.",
            Assert.Throws<DataException>(() => TokenPreparation.Fit(Read("one"), vocabulary, 4)).Message);
    }

    private Dataset Read(string text)
    {
        var path = folder["text.txt"];
        File.WriteAllText(path, text);
        return new DataCatalogue().Read(path);
    }
}
