using Latent.Training;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>The summary at the end of a training command: one table, with the errors repeated below.</summary>
internal static class RecipeReport
{
    private const string None = "-";

    // On a narrower console, the paths are listed below the table.
    private const int WidthWithPaths = 124;

    public static void Answer(Invocation call, IReadOnlyList<RecipeResult> results)
    {
        var models = results.Where(result => result.Outcome is not null).Select(result => Describe(result.Outcome!));
        var skipped = results.Where(result => result.IsSkipped).Select(result => new { recipe = result.Recipe, reason = result.Error });
        var failures = results.Where(IsFailure).Select(result => new { recipe = result.Recipe, error = result.Error });
        call.Answer(new { models, failures, skipped }, console => Show(console, call, results));
    }

    private static bool IsFailure(RecipeResult result) => result is { Error: not null, IsSkipped: false };

    private static object Describe(TrainingOutcome outcome) => new
    {
        outcome.Name,
        outcome.Data,
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
        var table = Tables.Create(["model", "data", .. numeric, .. hasRoom ? ["bundle"] : Array.Empty<string>()], numeric);
        foreach (var result in results)
        {
            string[] cells = result.Outcome is { } outcome
                ? CellsOf(outcome)
                : [result.Recipe, None, .. numeric.Select(_ => None), result.IsSkipped ? "skipped" : "failed"];
            table.Add(hasRoom ? cells : cells[..^1]);
        }

        console.Write(table);
        foreach (var outcome in results.Select(result => result.Outcome).OfType<TrainingOutcome>().Where(_ => !hasRoom))
            console.WriteLine($"{outcome.Name}: {ShortPath.Format(outcome.Folder)}");

        foreach (var result in results.Where(IsFailure))
            call.Terminal.Err.WriteLine($"{result.Recipe} failed: {result.Error}");
    }

    private static string[] CellsOf(TrainingOutcome outcome) =>
    [
        outcome.Name,
        outcome.Data,
        NumberText.Count(outcome.Parameters),
        NumberText.Count(outcome.Epochs),
        Metric(outcome, "loss"),
        Metric(outcome, "mse"),
        NumberText.Short(outcome.ParityMaxDifference),
        NumberText.Count(outcome.RowsPerSecond),
        ShortPath.Format(outcome.Folder),
    ];

    private static string Metric(TrainingOutcome outcome, string name)
        => outcome.Metrics.TryGetValue(name, out var value) ? NumberText.Short(value) : None;
}
