using System.Text.Json;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class ExplainTests : IDisposable
{
    private static readonly TinyModel Tiny = new();

    private readonly TemporaryModel files = new(Tiny);

    public void Dispose() => files.Dispose();

    [Fact]
    public void Explain_Rows_NamesTheLargestErrorsWithTheirShares()
    {
        using var model = files.Load();
        var rows = Tiny.Rows(3);
        var errors = Tiny.Errors(rows).Chunk(Tiny.InputSize).ToArray();

        var explanations = model.Explain(rows, contributions: 2);

        var verdicts = model.Detect(rows);
        Assert.Equal(3, explanations.Count);
        for (var row = 0; row < 3; row++)
        {
            Assert.Equal((row, 0.125), (explanations[row].Verdict.Row, explanations[row].Verdict.Threshold));
            Assert.Equal(verdicts[row].Score, explanations[row].Verdict.Score, Close.Tolerance);
            var largest = Enumerable.Range(0, Tiny.InputSize).OrderByDescending(feature => errors[row][feature]).Take(2).ToArray();
            Assert.Equal(largest, explanations[row].Contributions.Select(contribution => contribution.Feature));
            Assert.Equal(errors[row][largest[0]] / errors[row].Sum(), explanations[row].Contributions[0].Share, 1e-5);
            Assert.Equal($"column {largest[0] + 1}", explanations[row].Contributions[0].Name);
        }
    }

    [Fact]
    public void HeatMap_Images_IsTheMeanErrorOfTheChannels()
    {
        using var images = new TemporaryModel(
            Tiny,
            manifest => manifest with { Input = manifest.Input with { Image = new() { Channels = 2, Height = 1, Width = 3 } } });
        using var model = images.Load(new() { MaxBatch = 2 });
        var rows = Tiny.Rows(5);

        var maps = model.HeatMap(rows);

        Close.AssertEqual([.. Tiny.Errors(rows).Chunk(6)
            .SelectMany(errors => new[] { (errors[0] + errors[3]) / 2, (errors[1] + errors[4]) / 2, (errors[2] + errors[5]) / 2 })], maps);
        Assert.Matches(@"^pixel \([0-2], 0\) of channel [01]$", model.Explain(rows)[0].Contributions[0].Name);
    }

    [Fact]
    public void HeatMap_RowsThatAreNotImages_SaysSo()
    {
        using var model = files.Load();

        Assert.Equal(
            """
            The model's rows are not images.
            Where: HeatMap, model 'tiny'
            Expected: input.image in bundle.json
            Received: none
            Fix: call Explain, which names the features with the largest errors.
            """,
            Assert.Throws<UnsupportedOperationException>(() => model.HeatMap(Tiny.Rows(1))).Message);
    }

    [Fact]
    public void Explain_NoContributions_IsRejected()
    {
        using var model = files.Load();

        Assert.StartsWith(
            "The number of contributions is out of range.",
            Assert.Throws<InputException>(() => model.Explain(Tiny.Rows(1), contributions: 0)).Message);
    }

    [Fact]
    public void DefaultThreshold_OfABundleWithAnAlarm_IsTheAlarm()
    {
        using var folder = new TemporaryModel(
            Tiny,
            manifest => manifest with { Options = JsonDocument.Parse("""{"alarm":0.9}""").RootElement });
        using var model = folder.Load();

        Assert.Equal(Threshold.Quantile(0.9), model.DefaultThreshold);
        Assert.Equal(0.1, model.Detect(Tiny.Rows(1))[0].Threshold);
    }

    [Fact]
    public void ToString_OfAnExplanation_ReadsAsALine() => Assert.Equal(
        "row 3: score 5.2 > threshold 1.9: service 61 %, flag 20 %",
        $"{new Explanation(new Verdict(3, 5.2f, 1.9), [new(2, "service", 0.612), new(3, "flag", 0.2)])}");

    [Fact]
    public void Find_OfErrorsThatAreAllZero_IsNothing() => Assert.Empty(TopContributions.Find([0, 0], 3, feature => $"{feature}"));
}
