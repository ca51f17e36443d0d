using System.Globalization;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

public sealed class AlarmCommandTests
{
    [Fact]
    public void Alarm_TableWithLabels_ChoosesTheQuantileOfTheBestBalance()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["t.csv"], string.Concat(Enumerable.Range(0, 400).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{(row < 360 ? row % 7 : 40 + row)},{row % 5},{row % 11},{(row < 360 ? "good" : row % 2 == 0 ? "bad" : "worse")}\n"))));

        var json = CommandResult.Run(
            "benchmark",
            "alarm",
            "table-anomalies",
            "--data",
            folder["t.csv"],
            "--set",
            "data.label=4",
            "--set",
            "data.normal=[good]",
            "--set",
            "fit.epochs=2",
            "--seeds",
            "0,1",
            "--json").Json;

        var choice = json.GetProperty("recipes").GetProperty("table-anomalies");
        var points = choice.GetProperty("points").EnumerateArray().ToArray();
        Assert.Equal(2, choice.GetProperty("kinds").GetInt32());
        Assert.InRange(choice.GetProperty("auroc").GetProperty("mean").GetDouble(), 0.9, 1);
        Assert.Equal(points.Max(point => point.GetProperty("balance").GetDouble()), points.Single(
            point =>
                point.GetProperty("quantile").GetDouble() == choice.GetProperty("alarm").GetDouble()).GetProperty("balance").GetDouble());
    }
}
