using Latent.Training;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>What a training command says at its end: one table, and the errors again.</summary>
internal static class RecipeReport
{
    private const string None = "-";

    // On a narrower console the paths stand below the table.
    private const int WidthWithPaths = 110;

    public static void Answer(Invocation call, IReadOnlyList<RecipeResult> results)
    {
        var models = results.Where(result => result.Outcome is not null).Select(result => Describe(result.Outcome!));
        var failures = results.Where(result => result.Error is not null).Select(result => new { recipe = result.Recipe, error = result.Error });
        call.Answer(new { models, failures }, console => Show(console, call, results));
    }

    private static object Describe(TrainingOutcome outcome) => new
    {
        outcome.Name,
        bundle = outcome.Folder,
        outcome.Parameters,
        outcome.Epochs,
        outcome.Metrics,
        outcome.ParityMaxDifference,
        outcome.RowsPerSecond,
        outcome.Seconds,
    };

    private static void Show(IAnsiConsole console, Invocation call, IReadOnlyList<RecipeResult> results)
    {
        string[] numeric = ["parameters", "epochs", "test loss", "test MSE", "parity", "samples/s"];
        var hasRoom = console.Profile.Width >= WidthWithPaths;
        var table = Tables.Of(["model", .. numeric, .. hasRoom ? ["bundle"] : Array.Empty<string>()], numeric);
        foreach (var result in results)
        {
            string[] cells = result.Outcome is { } outcome ? CellsOf(outcome) : [result.Recipe, .. numeric.Select(_ => None), "failed"];
            table.Add(hasRoom ? cells : cells[..^1]);
        }

        console.Write(table);
        foreach (var outcome in results.Select(result => result.Outcome).OfType<TrainingOutcome>().Where(_ => !hasRoom))
            console.WriteLine($"{outcome.Name}: {PathFromHere(outcome.Folder)}");

        foreach (var result in results.Where(result => result.Error is not null))
            call.Terminal.Err.WriteLine($"{result.Recipe} failed: {result.Error}");
    }

    private static string[] CellsOf(TrainingOutcome outcome) =>
    [
        outcome.Name,
        Numbers.Count(outcome.Parameters),
        Numbers.Count(outcome.Epochs),
        Metric(outcome, "loss"),
        Metric(outcome, "mse"),
        Numbers.Short(outcome.ParityMaxDifference),
        Numbers.Count(outcome.RowsPerSecond),
        PathFromHere(outcome.Folder),
    ];

    private static string Metric(TrainingOutcome outcome, string name) => outcome.Metrics.TryGetValue(name, out var value) ? Numbers.Short(value) : None;

    // The shorter of the two ways to write it.
    private static string PathFromHere(string folder)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        return relative.Length < folder.Length ? relative : folder;
    }
}
