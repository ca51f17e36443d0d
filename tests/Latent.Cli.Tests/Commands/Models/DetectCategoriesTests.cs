using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

/// <summary><c>latent detect</c> on tables with categorical columns.</summary>
public sealed class DetectCategoriesTests(CategoricalTable table) : IClassFixture<CategoricalTable>
{
    [Fact]
    public void Train_TableWithCategories_WritesTheVocabulary()
    {
        Assert.Equal((ExitCode.Done, ""), (table.Training.Code, table.Training.Error));
        Assert.Contains("\"udp\"", File.ReadAllText(Path.Combine(table.Bundle, "vocabulary.json")));
    }

    [Theory]
    [InlineData(CategoricalTable.Header + "udp,42,domain\ntcp,4003,ssh\n")]
    [InlineData("udp,42,domain\ntcp,4003,ssh\n")]
    [InlineData("udp,42,domain\r\ntcp,4003,ssh\r\n")]
    [InlineData("\uFEFFbytes,port,protocol\r\n42,domain,udp\r\n4003,ssh,tcp\r\n")]
    public void Detect_AnUnseenCategory_IsTheLargestContribution(string text)
    {
        var result = Detect(text);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches(@"^row 1: score [\d.]+ > threshold [\d.]+: port \d+ %.*\n1 of 2 rows \(50 %\) are above the threshold [\d.]+ \(quantile 0\.95\), [\d,]+ rows/s\n$", result.Output);
    }

    [Fact]
    public void Detect_ATableCalledTxt_IsReadAsATable()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["rows.txt"], "udp,42,domain\ntcp,4003,ssh\n");

        var result = CommandResult.Run("detect", table.Bundle, folder["rows.txt"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.StartsWith("row 1: ", result.Output);
    }

    [Fact]
    public void Detect_Json_ListsTheContributions()
    {
        var json = Detect("tcp,4003,ssh\n", "--json").Json;

        Assert.Equal("port", json.GetProperty("anomalies")[0].GetProperty("causes")[0].GetProperty("feature").GetString());
        Assert.True(json.GetProperty("rowsPerSecond").GetDouble() > 0);
    }

    [Fact]
    public void Detect_MoreColumnsThanTheModels_IgnoresThemAndSaysSo()
    {
        var result = Detect("udp,42,domain,normal,21\n");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches("^note: .+rows.csv has 5 columns: the first 3 are used, the others are ignored.\n$", result.Error);
    }

    [Theory]
    [InlineData("42,udp,normal,domain\n", "The table has a different number of columns than the model expects.")]
    [InlineData("udp,42\n", "The table has a different number of columns than the model expects.")]
    [InlineData("protocol,bytes\nudp,42\n", "The table has no column \"port\".")]
    [InlineData("udp,many,domain\n", "A field is not a finite number.")]
    [InlineData("udp,42,domain\nudp,42\n", "A row has a different number of columns than the first row.")]
    [InlineData("", "The table is empty.")]
    [InlineData("udp,42,\"domain\n", "A quote is never closed.")]
    public void Detect_BadTable_SaysWhatIsWrong(string text, string problem)
    {
        var result = Detect(text);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith(problem, result.Error);
    }

    [Fact]
    public void Detect_TextThatIsNotUtf8_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["rows.csv"], [.. "udp,42,dom"u8, 0xE4, .. "in\n"u8]);

        var result = CommandResult.Run("detect", table.Bundle, folder["rows.csv"]);

        Assert.Equal(
            (ExitCode.BadInput, $"The text is not UTF-8.\nWhere: {folder["rows.csv"]}, line 1 or shortly after\nFix: Save it as UTF-8.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void Verify_ABundleWithCategories_Passes() => Assert.Equal(ExitCode.Done, CommandResult.Run("verify", table.Bundle).Code);

    [Fact]
    public void Evaluate_TableWithCategories_CountsThoseThatComeBack()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["rows.csv"], CategoricalTable.Header + "udp,42,domain\nudp,43,domain\n");

        var metrics = CommandResult.Run("evaluate", table.Bundle, "--data", folder["rows.csv"], "--json").Json.GetProperty("metrics");

        Assert.Equal(1, metrics.GetProperty("word_accuracy").GetDouble());
        Assert.InRange(metrics.GetProperty("mse").GetDouble(), 0, 1);
    }

    private CommandResult Detect(string text, params string[] more)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["rows.csv"], text);
        return CommandResult.Run(["detect", table.Bundle, folder["rows.csv"], .. more]);
    }
}
