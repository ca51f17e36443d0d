using System.Text;

namespace Latent.Files.Tests;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d\n")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d")]
    [InlineData("\uFEFFa,b\n\n\nc,d")]
    [InlineData("\"a\",\"b\"\n\"c\",\"d\"")]
    public void Read_LineEndsAndQuotes_GiveTheSameRecords(string text) =>
        Assert.Equal(["a|b", "c|d"], Records(text));

    [Fact]
    public void Read_QuotedField_KeepsSeparatorsQuotesAndLineEnds() =>
        Assert.Equal(["a,b|say \"hi\"|two\nlines|"], Records("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\n"));

    [Fact]
    public void Read_RecordLongerThanItsBuffer_IsWhole()
    {
        var field = new string('x', 100_000);

        Assert.Equal([$"{field}|1"], Records($"{field},1"));
    }

    [Fact]
    public void Line_AfterQuotedLineEnd_CountsIt()
    {
        using var reader = Reader("\"a\nb\"\nc\n");

        reader.Read();
        Assert.Equal(1, reader.Line);
        reader.Read();
        Assert.Equal(3, reader.Line);
    }

    [Fact]
    public void Read_UnclosedQuote_SaysWhereItOpened()
    {
        var error = Assert.Throws<DataException>(() => Records("a\nb,\"c\nd\n"));

        Assert.Equal("A quote is never closed.\nWhere: test.csv, line 2", error.Message);
    }

    [Fact]
    public void Read_TextAfterQuote_IsRejected()
    {
        var error = Assert.Throws<DataException>(() => Records("\"a\"b\n"));

        Assert.Equal(
            "Text follows a closing quote.\nWhere: test.csv, line 1\nExpected: a separator or the end of the line\nReceived: \"b\"\n"
            + "Fix: Double every quote that is part of the text.",
            error.Message);
    }

    [Fact]
    public void Read_QuoteInsideAField_IsRejected()
    {
        var error = Assert.Throws<DataException>(() => Records("a,b\n5\" pipe,3\n"));

        Assert.Equal(
            "A quote is inside a field.\nWhere: test.csv, line 2\nExpected: quotes around a field, doubled inside\nReceived: 5\"\n"
            + "Fix: Quote the field, and double every quote that is part of the text.",
            error.Message);
    }

    [Theory]
    [InlineData("\"\"\n", "")]
    [InlineData("\"a\"\"\"\r\n", "a\"")]
    [InlineData("\"\"\"\"\"\",b", "\"\"|b")]
    [InlineData("\"a\rb\nc\r\nd\"", "a\nb\nc\nd")]
    [InlineData("\uFEFF\"a,b\",c", "a,b|c")]
    [InlineData(",\n", "|")]
    public void Read_Quotes_AreRemoved(string text, string expected) => Assert.Equal([expected], Records(text));

    [Fact]
    public void Read_RecordWithoutEnd_IsTooLong()
    {
        var error = Assert.Throws<DataException>(() => Records("a\n\"" + new string('x', 1 << 25)));

        Assert.Equal("A record is too long.", error.Problem);
        Assert.Equal("Look for a quote that is never closed.", error.Fix);
    }

    [Fact]
    public void Read_NotUtf8_SaysSo()
    {
        using var reader = new CsvReader(new MemoryStream([(byte)'a', 0xff, 0xfe, (byte)'\n']), "test.csv");

        var error = Assert.Throws<DataException>(() => reader.Read());

        Assert.Equal("The text is not UTF-8.\nWhere: test.csv, line 1 or shortly after\nFix: Save it as UTF-8.", error.Message);
    }

    private static CsvReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.csv");

    private static List<string> Records(string text)
    {
        using var reader = Reader(text);
        var records = new List<string>();
        while (reader.Read())
            records.Add(string.Join('|', reader.Fields()));
        return records;
    }
}
