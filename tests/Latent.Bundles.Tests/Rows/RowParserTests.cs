namespace Latent.Bundles.Tests;

public sealed class RowParserTests
{
    private static readonly RowParser Parser = new([2, 0], [null, new CategoricalColumn(1, ["tcp", "udp"])]);

    [Fact]
    public void Parse_Record_ChoosesFieldsAndReplacesCategories()
    {
        var row = new float[2];

        Assert.Equal(-1, Parser.Parse(new Record("udp", "unused", " 1e2 "), row));
        Assert.Equal([100, 2], row);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("NaN")]
    [InlineData("1e39")]
    [InlineData("1,5")]
    public void Parse_NotAFiniteNumber_IsTheInvalidFeature(string field) =>
        Assert.Equal(0, Parser.Parse(new Record("tcp", "", field), new float[2]));

    [Fact]
    public void TryParse_OfOneFeature_IsAnIndexOrANumber()
    {
        Assert.True(Parser.TryParse(1, "icmp", out var unseen));
        Assert.Equal(CategoricalColumn.Unseen, unseen);
        Assert.False(Parser.TryParse(0, "tcp", out _));
        Assert.Equal((2, 2), (Parser.Size, Parser.PositionOf(0)));
    }

    [Fact]
    public void Constructor_DifferentLengths_IsAnError() => Assert.Throws<ArgumentException>(() => new RowParser([0], []));

    private sealed class Record(params string[] fields) : ITableRecord
    {
        public ReadOnlySpan<char> Field(int position) => fields[position];

        public bool TryNumber(int position, out float value) => RowParser.TryNumber(fields[position], out value);
    }
}
