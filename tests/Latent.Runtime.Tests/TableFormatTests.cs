using Latent.Bundles;

namespace Latent.Runtime.Tests;

public sealed class TableFormatTests
{
    private static readonly TableFormat Format = new(3, ["bytes", "protocol", "rate"], new([new(1, ["tcp", "udp"])]));

    [Fact]
    public void Read_NumbersAndCategories_AreValues() => Assert.Equal([181, 2, 0.5f], Format.Read("181", "udp", "5e-1"));

    [Fact]
    public void NameOf_ValueOfAnImage_IsItsPosition()
    {
        Assert.Equal("pixel (2, 1)", new TableFormat(6, null, null, new() { Channels = 1, Height = 2, Width = 3 }).NameOf(5));
        Assert.Equal("pixel (1, 0) of channel 2", new TableFormat(12, null, null, new() { Channels = 3, Height = 2, Width = 2 }).NameOf(9));
    }

    [Fact]
    public void Read_UnseenCategory_IsNoError() => Assert.Equal([0, CategoricalColumn.Unseen, 0], Format.Read("0", "icmp", "0"));

    [Theory]
    [InlineData("many", "'many'")]
    [InlineData("NaN", "'NaN'")]
    [InlineData("", "''")]
    [InlineData(null, "''")]
    public void Read_NoNumber_NamesTheColumn(string? field, string received)
    {
        var error = Assert.Throws<InputException>(() => Format.Read("1", "tcp", field!));

        Assert.StartsWith(
            "A field is not a finite number.\nWhere: Read, argument 'fields'\nExpected: a number with a decimal point\nReceived: " +
            $"{received} in column 2 ('rate')\nFix: correct the field, or omit the row.",
            error.Message);
    }

    [Fact]
    public void Read_TooFewFields_SaysHowMany()
    {
        var error = Assert.Throws<ShapeException>(() => Format.Read("1", "tcp"));

        Assert.StartsWith(
            "The fields are not one row.\nWhere: Read, argument 'fields'\nExpected: 3 fields, one per column\nReceived: 2 fields",
            error.Message);
    }

    [Fact]
    public void Write_Values_AreTextAgain()
        => Assert.Equal(["0.5", "udp", "?"], new[] { Format.Write(0, 0.5f), Format.Write(1, 2), Format.Write(1, 0) });

    [Fact]
    public void NameOf_AColumnWithoutAName_IsItsNumber() => Assert.Equal("column 2", new TableFormat(3, null, null).NameOf(1));
}
