namespace Latent.Bundles.Tests;

public sealed class WordVocabularyTests
{
    private static readonly WordVocabulary Words = new([new(3, ["é \"quoted\"", "udp"]), new(1, ["tcp"])]);

    [Fact]
    public void NumberOf_Words_CountsFromOne() =>
        Assert.Equal([2, 0, 0], new[] { "udp", "UDP", "" }.Select(word => Words.Find(3)!.NumberOf(word)));

    [Theory]
    [InlineData(2, "udp")]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(1.5f, null)]
    [InlineData(float.NaN, null)]
    public void TryWordOf_ANumber_IsItsWord(float number, string? expected)
    {
        Assert.Equal(expected is not null, Words.Find(3)!.TryWordOf(number, out var word));
        Assert.Equal(expected, word);
    }

    [Fact]
    public void Of_ABundle_IsWhatWasSaved()
    {
        using var folder = new TemporaryFolder();

        var read = WordVocabulary.Of(Write(folder))!;

        Assert.Equal([1, 3], read.Columns.Select(column => column.Column));
        Assert.Equal(["é \"quoted\"", "udp"], read.Find(3)!.Words);
        Assert.Null(read.Find(0));
    }

    [Fact]
    public void Of_ABundleWithoutWords_IsNull()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(WordVocabulary.Of(SampleBundle.Write(folder["plain"])));
    }

    [Theory]
    [InlineData("\"column\": 3", "\"column\": 4", "A value in the manifest is not what the format asks for.\nWhere: {0}, $.columns[1].column\nExpected: a whole number from 0 to 3\nReceived: '4'")]
    [InlineData("\"udp\"", "\"\"", "A value in the manifest is not what the format asks for.\nWhere: {0}, $.columns[1].words[1]\nExpected: a text that is not empty\nReceived: ''")]
    [InlineData("\"column\": 3", "\"column\": 1", "The vocabulary is not what the format asks for.\nWhere: {0}\nExpected: columns of words, each column and each of its words once\nReceived: A vocabulary has at least one column, each once.")]
    public void Of_ADamagedFile_SaysWhere(string from, string to, string message)
    {
        using var folder = new TemporaryFolder();
        var bundle = Write(folder);
        var path = Path.Combine(bundle.Folder, WordVocabulary.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to));

        Assert.StartsWith(string.Format(message, path), Assert.Throws<BundleException>(() => WordVocabulary.Of(bundle)).Message);
    }

    [Fact]
    public void Constructor_AWordTwice_IsRefused() => Assert.Throws<ArgumentException>(() => new WordColumn(0, ["a", "a"]));

    private static Bundle Write(TemporaryFolder folder)
    {
        using var writer = BundleWriter.Create(folder["worded"]);
        SampleBundle.WriteFiles(writer);
        Words.Save(writer);
        return writer.Commit(SampleBundle.Manifest with { Vocabulary = new() { File = WordVocabulary.FileName } });
    }
}
