using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

public sealed class TourCommandTests
{
    [Fact]
    public void Stops_OfTheTour_AreRecipesThatTakeTheirData()
    {
        foreach (var stop in TourStop.All)
        {
            foreach (var data in stop.Data)
                Assert.Equal(data.Reference, new RecipeChoices(data.Reference, stop.Profile, data.Changes).Open(stop.Recipe).Data.Name);
        }
    }

    public static TheoryData<string> Generated() => [.. TourStop.All.Where(stop => IsGenerated(stop.Data[^1])).Select(stop => stop.Recipe)];

    [Theory]
    [MemberData(nameof(Generated))]
    public void Stop_OnGeneratedData_Trains(string recipe)
    {
        using var folder = new TemporaryFolder();
        var data = TourStop.All.Single(stop => stop.Recipe == recipe).Data[^1];
        var changes = data.Changes.Append("fit.epochs=1").Append("data.rows=200").SelectMany(change => new[] { "--set", change });

        var result = CommandResult.Run(["train", recipe, "--data", data.Reference, "--profile", "tiny", "--out", folder.Path, .. changes]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
    }

    [Fact]
    public void Choose_WhereTheBestDataCannotBeHad_TakesTheNext()
    {
        using var folder = new TemporaryFolder();
        using var variables = new DataVariables(folder["cache"], folder.Path);
        var stop = new TourStop(
            "table-anomalies",
            "full",
            new TourData("magnetic-tile"),
            new TourData("synthetic:sensors", "fit.epochs=2"));

        Assert.Equal("synthetic:sensors", stop.Choose(DataAccess()).Open().Data.Name);
    }

    [Fact]
    public void Choose_WhereNoDataCanBeHad_TakesTheBestWhichThenSaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        using var variables = new DataVariables(folder["cache"], folder.Path);

        Assert.Equal(
            "magnetic-tile",
            new TourStop("tile-defects", "quick", new TourData("magnetic-tile")).Choose(DataAccess()).Choices.Data);
    }

    private static bool IsGenerated(TourData data) => data.Reference.StartsWith("synthetic:", StringComparison.Ordinal);

    private static DataAccess DataAccess()
    {
        var terminal = Terminal.Plain(TextWriter.Null, TextWriter.Null);
        return new(
            new Invocation(LatentRootCommand.Create(terminal, CancellationToken.None).Parse("tour"), terminal, CancellationToken.None));
    }
}
