using System.Text;
using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class RatingFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> Faults => new()
    {
        { "", "The file is empty.\nWhere: {0}\nExpected: one rating per line: user, item, value\nReceived: no text" },
        {
            "user,item,rating\n",
            "The file contains no ratings.\nWhere: {0}\nExpected: one rating per line: user, item, value\n"
            + "Received: only a header, or only ratings of 0"
        },
        {
            "user,item\n1,a\n",
            "The line is not a rating.\nWhere: {0}, line 1\nExpected: user, item and value, separated by commas\nReceived: 2 fields"
        },
        {
            "user,item,rating\n1,a,4\n2,b\n",
            "The line is not a rating.\nWhere: {0}, line 3\nExpected: user, item and value, separated by commas\nReceived: 2 fields"
        },
        {
            "user,item,rating\n1,a,good\n",
            "A rating is not a finite number.\nWhere: {0}, line 2\nExpected: a number with a decimal point\nReceived: \"good\""
        },
        {
            "user,item,rating\n1,a,\n",
            "A rating is not a finite number.\nWhere: {0}, line 2\nExpected: a number with a decimal point\n"
            + "Received: an empty field"
        },
        {
            "user,item,rating\n1,a,NaN\n",
            "A rating is not a finite number.\nWhere: {0}, line 2\nExpected: a number with a decimal point\nReceived: \"NaN\""
        },
        {
            "user,item,rating\n1,a,-2\n",
            "A rating is negative.\nWhere: {0}, line 2\nExpected: a number of at least 0, where 0 means no rating\nReceived: -2\n"
            + "Fix: Add a constant to all ratings, so that the lowest is above 0."
        },
        {
            "user,item,rating\n1,,3\n",
            "A rating has no user or no item.\nWhere: {0}, line 2\nExpected: user, item and value\nReceived: an empty field"
        },
        {
            "user,item,rating\n1,a,3\n2,a,4\n1,a,5\n",
            "A user has rated an item more than once.\nWhere: {0}, user \"1\", item \"a\"\nExpected: one rating per user and item\n"
            + "Received: two or more\nFix: Keep only one of them, for example the last."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OfAnInvalidFile_SaysWhatIsWrong(string text, string expected)
    {
        var path = folder.Write("r.csv", text);

        Assert.Equal(string.Format(null, expected, path), Assert.Throws<DataException>(() => RatingFile.Read(path)).Message);
    }

    [Fact]
    public void Read_OfTextThatIsNotUtf8_SaysSo()
    {
        var path = folder.Write("r.csv", "");
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes("user,item,rating\n1,caf"), 0xE9, .. Encoding.ASCII.GetBytes(",3\n")]);

        var error = Assert.Throws<DataException>(() => RatingFile.Read(path));

        Assert.Equal($"The text is not UTF-8.\nWhere: {path}, line 1 or shortly after\nFix: Save it as UTF-8.", error.Message);
    }

    [Theory]
    [InlineData("user,item,rating,time\n1,a,3,9\n2,b,0.5,9\n")]
    [InlineData("\uFEFFuser,item,rating\r\n1,a,3\r\n2,b,0.5\r\n")]
    [InlineData("1,a,3\n2,b,0.5")]
    [InlineData("user,item,rating\n1, a ,3\n\n2,b,5e-1\n2,a,0\n")]
    public void Read_OfAnyValidFormat_GivesTheSameRatings(string text)
    {
        var table = RatingFile.Read(folder.Write("r.csv", text));

        Assert.Equal([new RatingTriple(0, 0, 3), new RatingTriple(1, 1, 0.5f)], table.Ratings);
        Assert.Equal(["1", "2"], table.Users);
        Assert.Equal(["a", "b"], table.Items);
        Assert.Equal("b", table.TitleOf(1));
    }

    [Fact]
    public void Read_OfATitleColumn_NamesItems()
    {
        var table = RatingFile.Read(folder.Write("r.csv", "user,item,rating,Title\n1,a,3,\"Up, up\"\n1,b,3,\n"));

        Assert.Equal(("Up, up", "b"), (table.TitleOf(0), table.TitleOf(1)));
    }
}
