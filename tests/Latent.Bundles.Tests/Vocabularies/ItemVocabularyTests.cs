using Latent.Tests;

namespace Latent.Bundles.Tests;

public sealed class ItemVocabularyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_Twice_GivesTheSameLines()
    {
        var path = folder["vocabulary.json"];

        new ItemVocabulary(["1", "b\""], ["Café", "B"]).Write(path);

        Assert.Equal(
            "{\n  \"kind\": \"items\",\n  \"items\": [\n    { \"id\": \"1\", \"title\": \"Café\" },\n    { \"id\": " +
            "\"b\\\"\", \"title\": \"B\" }\n  ]\n}\n",
            File.ReadAllText(path));
    }

    [Fact]
    public void Vocabulary_OfAnIdTwice_IsRejected()
    {
        var error = Assert.Throws<ArgumentException>(() => new ItemVocabulary(["a", "a"], ["A", "B"]));

        Assert.StartsWith("The item \"a\" occurs twice.", error.Message);
    }

    [Fact]
    public void Vocabulary_OfMoreTitlesThanIds_IsRejected()
    {
        var error = Assert.Throws<ArgumentException>(() => new ItemVocabulary(["a"], ["A", "B"]));

        Assert.StartsWith("Each item needs one title. Received: 1 ids and 2 titles.", error.Message);
    }
}
