using System.Globalization;
using Latent.Fitting;
using Latent.Training;
using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Runs a learning rate range test for each recipe and shows the loss over the rates.</summary>
internal sealed class LearningRateSearch(Invocation call, RecipeChoices choices, string device)
{
    private const int Lines = 16;
    private const int BarWidth = 24;

    private readonly DataAccess data = new(call);

    public int Execute(IReadOnlyList<string> names)
    {
        var recipes = names.Select(choices.Open).ToList();
        var searches = recipes.Select(recipe => (Recipe: recipe, Sweep: Search(recipe))).ToList();
        call.Answer(
            new { searches = searches.Select(search => new { recipe = search.Recipe.Name, search.Sweep.Suggestion, search.Sweep.Points }) },
            console => searches.ForEach(search => Show(console, search.Recipe.Name, search.Sweep)));
        return ExitCode.Done;
    }

    private LearningRateSweep Search(Recipe recipe)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        return TrainingRun.FindLearningRate(recipe, data.Open(recipe.Data.Name, recipe.Data.ToOptions()), device, call.Cancellation);
    }

    private static void Show(IAnsiConsole console, string name, LearningRateSweep sweep)
    {
        console.WriteLine($"{name}: {sweep.Points.Count} steps");
        if (sweep.Points.Count > 0)
            console.Write(TableOf(sweep.Points));
        console.WriteLine(sweep.Suggestion is { } rate
            ? $"The loss falls fastest at a learning rate of {NumberText.Exact(rate)}: --set fit.learning_rate={NumberText.Exact(rate)}"
            : "The loss does not decrease at any rate. Check the data and options.normalization.");
    }

    private static Table TableOf(IReadOnlyList<LearningRatePoint> points)
    {
        var table = Tables.Create(["learning rate", "loss", "smoothed", ""], "learning rate", "loss", "smoothed");
        // The range ends at the lowest loss, so that its decrease stays visible even if the loss diverges afterwards.
        var lowest = points.Min(point => point.Smoothed);
        var highest = points.TakeWhile(point => point.Smoothed > lowest).Select(point => point.Smoothed).DefaultIfEmpty(lowest).Max();
        foreach (var point in Enumerable.Range(0, Lines).Select(line => points[line * (points.Count - 1) / (Lines - 1)]).Distinct())
        {
            var share = highest > lowest ? Math.Min(1, (point.Smoothed - lowest) / (highest - lowest)) : 0;
            table.Add(
                point.Rate.ToString("0.0e+00", CultureInfo.InvariantCulture),
                NumberText.Short(point.Loss),
                NumberText.Short(point.Smoothed),
                new string('█', (int)Math.Round(share * BarWidth)));
        }

        return table;
    }
}
