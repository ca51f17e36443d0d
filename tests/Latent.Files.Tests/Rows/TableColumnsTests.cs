using Latent.Tests;

namespace Latent.Files.Tests;

public sealed class TableColumnsTests
{
    private static readonly RowSpec Named = new(2, null, ["height", "weight"]);
    private static readonly RowSpec Plain = new(2, null, null);

    [Fact]
    public void Read_NamedColumns_AreFoundByNameInWhateverOrder() =>
        Assert.Equal([1.5f, 2, 3, 4], RowsOf("weight,label,height\n2,a,1.5\n4,b,3\n", Named));

    [Fact]
    public void Read_NoHeader_TakesColumnsByPosition() => Assert.Equal([1, 2, 3, 4], RowsOf("1,2\n3,4\n", Named));

    [Fact]
    public void Read_HeaderButNoFeatureNames_TakesColumnsByPosition() => Assert.Equal([1, 2], RowsOf("a,b\n1,2\n", Plain));

    [Fact]
    public void Read_MissingColumn_NamesItAndThoseThereAre()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<DataException>(() => RowsOf("weight,size\n1,2\n", Named, folder));

        Assert.Equal(
            $"The table has no column \"height\".\nWhere: {folder["t.csv"]}, line 1\nExpected: the columns height, weight\n" +
            "Received: weight, size\n" +
            "Fix: Name the columns as the model does ('latent inspect BUNDLE' lists them); their order does not matter.",
            error.Message);
    }

    [Theory]
    [InlineData("1,2,3\n4,5,6\n", "The table has a different number of columns than the model expects.")]
    [InlineData("1,2\n3\n", "A row has a different number of columns than the first row.")]
    [InlineData("1,2\n3,nan\n", "A field is not a finite number.")]
    [InlineData("a,b\n", "A field is not a finite number.")]
    [InlineData("", "The table is empty.")]
    public void Read_BadTable_IsRejected(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<DataException>(() => RowsOf(text, Plain)).Problem);

    private static float[] RowsOf(string text, RowSpec spec)
    {
        using var folder = new TemporaryFolder();
        return RowsOf(text, spec, folder);
    }

    private static float[] RowsOf(string text, RowSpec spec, TemporaryFolder folder)
    {
        File.WriteAllText(folder["t.csv"], text);
        return [.. new TableRows(folder["t.csv"], spec).Read().SelectMany(part => part.Values.ToArray())];
    }
}
