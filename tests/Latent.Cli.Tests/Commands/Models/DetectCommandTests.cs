using System.Globalization;
using Latent.Data;
using Latent.Files;
using Latent.Imaging;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class DetectCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Detect_OneRowFarOff_PrintsItAndASummary()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["rows.npy"], RowsWithOutlier(outlier: 3), 5, TrainedBundles.InputSize);

        var result = CommandResult.Run("detect", bundles.Dense, folder["rows.npy"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches(@"^row 3: score [\d.]+ > threshold [\d.]+\n1 of 5 rows \(20 %\) are above the threshold [\d.]+ \(quantile 0\.99\), [\d,]+ rows/s\n$", result.Output);
    }

    [Fact]
    public void Detect_Json_ListsTheAnomalies()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["rows.npy"], RowsWithOutlier(outlier: 3), 5, TrainedBundles.InputSize);

        var json = CommandResult.Run("detect", bundles.Dense, folder["rows.npy"], "--threshold", "1", "--json").Json;

        Assert.Equal(
            (5, 1, 1.0),
            (json.GetProperty("rows").GetInt32(), json.GetProperty("anomalyCount").GetInt32(), json.GetProperty("threshold").GetDouble()));
        Assert.Equal(3, Assert.Single(json.GetProperty("anomalies").EnumerateArray()).GetProperty("row").GetInt32());
    }

    [Theory]
    [InlineData("0", 5)]
    [InlineData("1e9", 0)]
    public void Detect_JsonOfAnyNumberOfAnomalies_IsOneObject(string threshold, int anomalies)
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["rows.npy"], RowsWithOutlier(outlier: 3), 5, TrainedBundles.InputSize);

        var json = CommandResult.Run("detect", bundles.Dense, folder["rows.npy"], "--threshold", threshold, "--json").Json;

        Assert.Equal(anomalies, json.GetProperty("anomalies").GetArrayLength());
        Assert.Equal(anomalies, json.GetProperty("anomalyCount").GetInt32());
    }

    [Fact]
    public void Detect_FalsePositiveRate_IsInTheSummaryAndTheJson()
    {
        var result = CommandResult.Run("detect", bundles.Dense, TrainedBundles.Digits, "--false-positive-rate", "0.1");
        var json = CommandResult.Run("detect", bundles.Dense, TrainedBundles.Digits, "--false-positive-rate", "0.1", "--json").Json;
        var quantile = CommandResult.Run("detect", bundles.Dense, TrainedBundles.Digits, "--quantile", "0.9", "--json").Json;

        Assert.Matches(@"are above the threshold [\d.]+ \(false-positive rate 0\.1\), [\d,]+ rows/s\n$", result.Output);
        Assert.Equal(0.1, json.GetProperty("falsePositiveRate").GetDouble());
        Assert.Equal(quantile.GetProperty("threshold").GetDouble(), json.GetProperty("threshold").GetDouble());
    }

    [Fact]
    public void Detect_OutCsv_HoldsEveryVerdict()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run("detect", bundles.Dense, TrainedBundles.Digits, "--threshold", "0", "--out", folder["verdicts.csv"]);

        var lines = File.ReadAllLines(folder["verdicts.csv"]);
        Assert.Equal("row,score,threshold,anomaly,name,causes", lines[0]);
        Assert.Equal(TrainedBundles.TestRows + 1, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",0,1,,", line));
        Assert.Matches($@"{TrainedBundles.TestRows} of {TrainedBundles.TestRows} rows \(100 %\) are above the threshold 0, [\d,]+ rows/s; every verdict is in {folder["verdicts.csv"]}\n$", result.Output);
    }

    [Fact]
    public void Detect_HeatMaps_DrawsEveryImageAndReplacesNone()
    {
        using var folder = new TemporaryFolder();
        var shape = new ImageShape(1, 28, 28);
        ImageTensor.SavePng(folder["in/a.png"], new float[shape.Size], shape);
        ImageTensor.SavePng(folder["in/more/a.png"], [.. Enumerable.Repeat(1f, shape.Size)], shape);

        var result = CommandResult.Run("detect", bundles.Dense, folder["in"], "--heatmaps", folder["maps"]);
        var rejected = CommandResult.Run("detect", bundles.Dense, folder["in"], "--heatmaps", folder["in"]);

        Assert.EndsWith($"; heat maps are in {folder["maps"]}\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["a-0001.png", "a.png"], Directory.GetFiles(folder["maps"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(new ImageShape(3, 112, 112), ImageTensor.Identify(folder["maps/a.png"]));
        Assert.Equal(
            (ExitCode.BadInput, $"'{folder["in/a.png"]}' is an input and would be overwritten. Choose another output path.\n"),
            (rejected.Code, rejected.Error));
    }

    [Fact]
    public void Detect_OntoItsInput_IsRejected()
    {
        using var folder = new TemporaryFolder();
        var rows = folder["rows.csv"];
        WriteCsv(rows, 3);
        var before = File.ReadAllText(rows);

        var result = CommandResult.Run("detect", bundles.Dense, rows, "--out", rows);

        Assert.Equal(
            (ExitCode.BadInput, $"'{rows}' is an input and would be overwritten. Choose another output path.\n"),
            (result.Code, result.Error));
        Assert.Equal(before, File.ReadAllText(rows));
    }

    [Fact]
    public void Detect_LargeCsv_ReadsItInPartsAndCountsOn()
    {
        const int Rows = 6000;
        using var folder = new TemporaryFolder();
        WriteCsv(folder["large.csv"], Rows);

        var result = CommandResult.Run("detect", bundles.Dense, folder["large.csv"], "--threshold", "1000", "--out", folder["scores.npy"]);

        Assert.Matches(
            $@"^0 of 6,000 rows \(0 %\) are above the threshold 1000, [\d,]+ rows/s; every verdict is in {folder["scores.npy"]}\n$",
            result.Output);
        var scores = NpyFile.Read(folder["scores.npy"]).Values;
        Assert.Equal(Rows, scores.Length);
        Assert.Equal(scores[1], scores[Rows - 1]);
    }

    [Fact]
    public void Detect_FolderOfImages_NamesTheFiles()
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("sample", bundles.Vae, "--count", "2", "--out", folder["samples/"]);

        var result = CommandResult.Run("detect", bundles.Dense, folder["samples"], "--threshold", "0");

        Assert.Matches($@"^row 0: score [\d.E-]+ > threshold 0  {folder["samples/0000.png"]}\n", result.Output);
    }

    [Fact]
    public void Detect_QuantileThatTheBundleLacks_ListsThoseItHas()
    {
        var result = CommandResult.Run("detect", bundles.Dense, TrainedBundles.Digits, "--quantile", "0.42");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith(
            "The model has no threshold for this quantile.\nWhere: Detect, argument 'threshold'\nExpected: " +
            "one of the quantiles 0.90, 0.95, 0.99, 0.999\n",
            result.Error);
    }

    [Fact]
    public void Detect_FieldThatIsNoNumber_NamesThePositionAndLeavesNoFile()
    {
        using var folder = new TemporaryFolder();
        WriteCsv(folder["bad.csv"], rows: 3);
        File.AppendAllText(folder["bad.csv"], "x" + string.Concat(Enumerable.Repeat(",0", TrainedBundles.InputSize - 1)) + "\n");

        var result = CommandResult.Run("detect", bundles.Dense, folder["bad.csv"], "--out", folder["verdicts.csv"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            $"A field is not a finite number.\nWhere: {folder["bad.csv"]}, line 4, column 1\n"
            + "Expected: a number with a decimal point\nReceived: \"x\"\n",
            result.Error);
        Assert.Equal(["bad.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    private static void WriteCsv(string path, int rows)
    {
        var line = string.Join(
            ',',
            Enumerable.Range(0, TrainedBundles.InputSize).Select(i => (i % 2 / 2.0).ToString(CultureInfo.InvariantCulture)));
        File.WriteAllLines(path, Enumerable.Repeat(line, rows));
    }

    /// <summary>Four digits, and one row with values outside the range of images.</summary>
    // A barely trained decoder reconstructs the mean digit best.
    private static float[] RowsWithOutlier(int outlier)
    {
        var digits = new DataCatalogue().Open(TrainedBundles.Digits).Train.Values.Chunk(TrainedBundles.InputSize).ToList();
        var mean = Enumerable.Range(0, TrainedBundles.InputSize).Select(pixel => digits.Average(digit => digit[pixel])).ToArray();
        float[] rows = [.. Enumerable.Repeat(mean, 5).SelectMany(row => row)];
        rows.AsSpan(outlier * TrainedBundles.InputSize, TrainedBundles.InputSize).Fill(5);
        return rows;
    }
}
