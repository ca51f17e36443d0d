using Latent.Tests;

namespace Latent.Bundles.Tests;

public sealed class CategoryVocabularyTests
{
    private static readonly CategoryVocabulary Sample = new([new(3, ["é \"quoted\"", "udp"]), new(1, ["tcp"])]);

    [Fact]
    public void IndexOf_Categories_CountsFromOne() =>
        Assert.Equal([2, 0, 0], new[] { "udp", "UDP", "" }.Select(category => Sample.Find(3)!.IndexOf(category)));

    [Theory]
    [InlineData(2, "udp")]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(1.5f, null)]
    [InlineData(float.NaN, null)]
    public void TryGetCategory_AnIndex_IsItsCategory(float index, string? expected)
    {
        Assert.Equal(expected is not null, Sample.Find(3)!.TryGetCategory(index, out var category));
        Assert.Equal(expected, category);
    }

    [Fact]
    public void FromBundle_ABundle_IsWhatWasSaved()
    {
        using var folder = new TemporaryFolder();

        var read = CategoryVocabulary.FromBundle(Write(folder))!;

        Assert.Equal([1, 3], read.Columns.Select(column => column.Column));
        Assert.Equal(["é \"quoted\"", "udp"], read.Find(3)!.Categories);
        Assert.Null(read.Find(0));
    }

    [Fact]
    public void FromBundle_ABundleWithoutCategories_IsNull()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(CategoryVocabulary.FromBundle(SampleBundle.Write(folder["plain"])));
    }

    [Theory]
    [InlineData("\"column\": 3", "\"column\": 4",
        "A value in the manifest does not match the format.\nWhere: {0}, $.columns[1].column\nExpected: a whole number from 0 to 3\n" +
        "Received: '4'")]
    [InlineData("\"udp\"", "\"\"",
        "A value in the manifest does not match the format.\nWhere: {0}, $.columns[1].words[1]\n" +
        "Expected: a string that is not empty\nReceived: ''")]
    [InlineData("\"column\": 3", "\"column\": 1",
        "The vocabulary does not match the format.\nWhere: {0}\n" +
        "Expected: categorical columns, each column and each of its categories once\n" +
        "Received: A vocabulary has at least one column, each once.")]
    public void FromBundle_ADamagedFile_SaysWhere(string from, string to, string message)
    {
        using var folder = new TemporaryFolder();
        var bundle = Write(folder);
        var path = Path.Combine(bundle.Folder, CategoryVocabulary.FileName);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to));

        Assert.StartsWith(
            string.Format(message, path),
            Assert.Throws<BundleException>(() => CategoryVocabulary.FromBundle(bundle)).Message);
    }

    [Fact]
    public void Constructor_ACategoryTwice_IsRejected() => Assert.Throws<ArgumentException>(() => new CategoricalColumn(0, ["a", "a"]));

    private static Bundle Write(TemporaryFolder folder)
    {
        using var writer = BundleWriter.Create(folder["categorical"]);
        SampleBundle.WriteFiles(writer);
        Sample.Save(writer);
        return writer.Commit(SampleBundle.Manifest with { Vocabulary = new() { File = CategoryVocabulary.FileName } });
    }
}
