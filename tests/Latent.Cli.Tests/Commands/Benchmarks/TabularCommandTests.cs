using System.Globalization;
using Latent.Files;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

public sealed class TabularCommandTests
{
    [Fact]
    public void Tabular_FolderOfTables_MeasuresEveryDetectorUnderBothProtocols()
    {
        using var folder = new TemporaryFolder();
        WriteTable(folder["10_second.csv"], "good", "bad");
        WriteTable(folder["9_first.csv"], "0", "1");

        var json = CommandResult.Run(
            "benchmark",
            "tabular",
            "--data",
            folder.Path,
            "--normal",
            "good",
            "--seeds",
            "0,1",
            "--batches",
            "20",
            "--json").Json;

        var unsupervised = json.GetProperty("results").GetProperty("unsupervised");
        Assert.Equal(["9_first", "10_second"], unsupervised.EnumerateObject().Select(table => table.Name));
        Assert.Equal(
            ["dense", "VAE", "sparse", "denoising", "PCA", "isolation forest"],
            unsupervised.GetProperty("9_first").EnumerateObject().Select(detector => detector.Name));
        Assert.InRange(
            json.GetProperty("means").GetProperty("unsupervised").GetProperty("isolation forest").GetProperty("auroc").GetDouble(),
            0.95,
            1);
        Assert.InRange(json.GetProperty("means").GetProperty("normal").GetProperty("dense").GetProperty("auroc").GetDouble(), 0.95, 1);
    }

    [Fact]
    public void Open_TextLabelsWithoutTheNormalOne_ListsThem()
    {
        using var folder = new TemporaryFolder();
        WriteTable(folder["t.csv"], "good", "bad");

        var error = Assert.Throws<DataException>(() => TableFolder.Open(folder["t.csv"], null, "normal"));

        Assert.Equal(
            $"No row has the label of normal rows.\nWhere: {folder["t.csv"]}\n"
            + "Expected: \"normal\" among the labels, or 0 if labels are numbers\nReceived: bad, good\n"
            + "Fix: Specify the label of normal rows: --normal LABEL.",
            error.Message);
    }

    [Fact]
    public void Files_OfAFolderWithoutTables_IsRejected()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("The folder contains no tables.", Assert.Throws<DataException>(() => TableFolder.Files(folder.Path)).Problem);
    }

    private static void WriteTable(
        string path,
        string normal,
        string anomaly) => File.WriteAllText(path, string.Concat(Enumerable.Range(0, 60).Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{(row < 50 ? row % 7 : 40 + row)},{(row % 2 == 0 ? "tcp" : "udp")},{row % 5},{(row < 50 ? normal : anomaly)}\n"))));
}
