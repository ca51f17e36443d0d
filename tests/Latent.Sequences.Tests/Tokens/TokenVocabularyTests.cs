using Latent.Bundles;
using Latent.Tests;

namespace Latent.Sequences.Tests;

public sealed class TokenVocabularyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_OfWhatWasWritten_IsTheSame()
    {
        var vocabulary = new TokenVocabulary("words", [.. TokenVocabulary.Special, "the", "“", "é", "\""]);

        var read = Read(vocabulary.ToJson());

        Assert.Equal("words", read.Tokenizer);
        Assert.Equal(vocabulary.Tokens, read.Tokens);
        Assert.Equal(vocabulary.ToJson(), read.ToJson());
    }

    [Fact]
    public void IndexOf_ATokenThatIsNotThere_IsUnknown()
    {
        var vocabulary = new TokenVocabulary("words", [.. TokenVocabulary.Special, "the"]);

        Assert.Equal(4, vocabulary.IndexOf("the"));
        Assert.Equal(TokenVocabulary.Unknown, vocabulary.IndexOf("none"));
        Assert.Equal(TokenVocabulary.Unknown, vocabulary.IndexOf("<end>"));
    }

    [Theory]
    [InlineData("""{ "kind": "columns" }""", "kind 'columns'")]
    [InlineData("[]", "no kind")]
    [InlineData("""{ "kind": "tokens", "tokens": [] }""", "no tokenizer")]
    [InlineData("""{ "kind": "tokens", "tokenizer": "words", "tokens": [1] }""", "no list of tokens")]
    [InlineData(
        """{ "kind": "tokens", "tokenizer": "words", "tokens": ["the"] }""",
        "the first tokens are not <pad>, <begin>, <end>, <unknown>")]
    [InlineData(
        """{ "kind": "tokens", "tokenizer": "words", "tokens": ["<pad>", "<begin>", "<end>", "<unknown>", ""] }""",
        "a token is empty")]
    [InlineData(
        """{ "kind": "tokens", "tokenizer": "words", "tokens": ["<pad>", "<begin>", "<end>", "<unknown>", "a", "a"] }""",
        "the token 'a' occurs twice")]
    public void Read_OfSomethingElse_SaysWhatIsWrong(string json, string received)
    {
        var error = Assert.Throws<BundleException>(() => Read(System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith(
            $"The vocabulary cannot be read.\nWhere: {folder["vocabulary.json"]}\nExpected: " +
            $"JSON with kind tokens, a tokenizer and a list of tokens, <pad>, <begin>, <end>, <unknown> first\nReceived: {received}\n",
            error.Message);
    }

    [Fact]
    public void Read_OfNoJson_IsABundleException() => Assert.Throws<BundleException>(() => Read("no"u8.ToArray()));

    private TokenVocabulary Read(byte[] json)
    {
        var path = folder["vocabulary.json"];
        File.WriteAllBytes(path, json);
        return TokenVocabulary.Read(path);
    }
}
