using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class BasketFileTests : IDisposable
{
    private const string Header =
        "@relation shop\n% goods\n@attribute 'tea' { t}\n@attribute 'canned fish' {t}\n@attribute 'total' { low, high} % low < 100\n" +
        "@data\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Baskets_AreUsersWhoRateTheirItems()
    {
        var table = BasketFile.Read(folder.Write("b.arff", Header + "t,?,low\n\n?,t,high\n"));

        Assert.Equal(["tea", "canned fish"], table.Items);
        Assert.Equal([new RatingTriple(0, 0, 1), new RatingTriple(1, 1, 1)], table.Ratings);
    }

    [Fact]
    public void Read_ABasketOfAnotherLength_SaysWhere()
    {
        var path = folder.Write("b.arff", Header + "t,?\n");

        var error = Assert.Throws<DataException>(() => BasketFile.Read(path));

        Assert.Equal(
            $"The number of values in the basket differs from the number of attributes.\nWhere: {path}, line 7\nExpected: 3\nReceived: 2",
            error.Message);
    }

    [Fact]
    public void Read_ALineThatIsNotAnAttribute_SaysWhere()
    {
        var path = folder.Write("b.arff", "@relation shop\nattribute tea\n");

        var error = Assert.Throws<DataException>(() => BasketFile.Read(path));

        Assert.Equal(
            $"The line is not an attribute declaration.\nWhere: {path}, line 2\n"
            + "Expected: @attribute 'name' { values }\nReceived: \"attribute tea\"",
            error.Message);
    }
}
