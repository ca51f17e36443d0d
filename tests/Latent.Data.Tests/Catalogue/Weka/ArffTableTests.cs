using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class ArffTableTests : IDisposable
{
    private const string Header
        = "% a comment\n@relation small\n@attribute a numeric\n@ATTRIBUTE b real\n@attribute class {b, g}\n\n@data\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_NumbersAndALabel_AreRows()
    {
        var rows = Read(Header + "1,-2.5,g\n%\n0,1e2,b\n");

        Assert.Equal([1f, -2.5f, 0f, 100f], rows.Values);
        Assert.Equal([1, 0], rows.Labels!);
        Assert.Equal(["b", "g"], rows.LabelNames);
        Assert.Equal(["a", "b"], rows.FeatureNames);
    }

    [Theory]
    [InlineData("1,g\n", "The number of values differs from the number of attributes.", "Expected: 3\nReceived: 2")]
    [InlineData("1,?,g\n", "A value is not a finite number.", "Expected: a finite number\nReceived: \"?\"")]
    [InlineData("1,NaN,g\n", "A value is not a finite number.", "Expected: a finite number\nReceived: \"NaN\"")]
    [InlineData("1,2,x\n", "A label is unknown.", "Expected: b, g\nReceived: \"x\"")]
    public void Read_InvalidRow_NamesTheLine(string line, string problem, string rest) =>
        Assert.Equal(
            $"{problem}\nWhere: {Path("a.arff")}, line 8\n{rest}",
            Assert.Throws<DataException>(() => Read(Header + line)).Message);

    private Dataset Read(string text)
    {
        File.WriteAllText(Path("a.arff"), text);
        return ArffTable.Read(Path("a.arff"), "small");
    }

    private string Path(string name) => System.IO.Path.Combine(folder.Path, name);
}
