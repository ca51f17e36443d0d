using Latent.Files;

namespace Latent.Data.Tests;

public sealed class DataReferenceTests
{
    [Theory]
    [InlineData("mnist", DataKind.Name, "mnist")]
    [InlineData("synthetic:digits?count=20", DataKind.Name, "synthetic:digits")]
    [InlineData("./images", DataKind.Folder, "./images")]
    [InlineData("..", DataKind.Folder, "..")]
    [InlineData("cars.csv?label=make", DataKind.File, "cars.csv")]
    [InlineData("data/cars.TSV", DataKind.File, "data/cars.TSV")]
    [InlineData("cars.parquet?label=make", DataKind.File, "cars.parquet")]
    [InlineData("x.npy", DataKind.File, "x.npy")]
    [InlineData("x.npz", DataKind.File, "x.npz")]
    public void Parse_Text_FindsItsKindAndLocation(string text, DataKind kind, string location)
    {
        var reference = DataReference.Parse(text);

        Assert.Equal((kind, location), (reference.Kind, reference.Location));
    }

    [Fact]
    public void Parse_Settings_AreReadAndUnescaped()
    {
        var settings = DataReference.Parse("cars.csv?label=the%20make&seed=3").Settings;

        Assert.Equal("the make", settings["label"]);
        Assert.Equal("3", settings["seed"]);
    }

    [Theory]
    [InlineData("mnist?seed", "seed")]
    [InlineData("mnist?seed=1&seed=2", "seed=2")]
    [InlineData("mnist?=1", "=1")]
    [InlineData("mnist?", "")]
    public void Parse_SettingsThatAreNotPairs_IsAnError(string text, string pair)
    {
        var error = Assert.Throws<DataException>(() => DataReference.Parse(text));

        Assert.Equal(
            $"The settings after the question mark cannot be parsed.\nWhere: data \"{text}\"\n"
            +
                $"Expected: key=value pairs joined by &, with unique keys\nReceived: \"{pair}\"\n" +
                "Fix: Write settings as in synthetic:digits?count=2000&seed=1.",
            error.Message);
    }
}
