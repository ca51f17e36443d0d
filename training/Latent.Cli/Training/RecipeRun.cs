using Latent.Bundles;
using Latent.Training;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Trains recipes one after the other. What fails is reported at once and again at the end; the others go on.</summary>
internal sealed class RecipeRun(Invocation call, RecipeChoices choices, string folder, string device)
{
    private readonly DataAccess data = new(call);
    private readonly TrainingDisplay display = TrainingDisplay.For(call);
    private readonly List<RecipeResult> results = [];

    public int Execute(IReadOnlyList<string> names)
    {
        var isAlone = names.Count == 1;
        var recipes = names.Select(name => (Name: name, Recipe: Try(name, isAlone, () => Prepare(name)))).ToList();
        CheckDistinct(recipes.Select(each => each.Recipe?.Name));
        foreach (var (name, recipe) in recipes)
        {
            if (recipe is not null && Try(name, isAlone, () => Train(recipe)) is { } outcome)
                results.Add(new(name, outcome, null));
        }

        RecipeReport.Answer(call, results);
        return results.Exists(result => result.Error is not null) ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>Reads a recipe, and makes sure that its bundle can be written, before anything takes long.</summary>
    private Recipe Prepare(string name)
    {
        var recipe = choices.Open(name);
        using (BundleWriter.Create(Path.Combine(folder, recipe.Name)))
            return recipe;
    }

    private TrainingOutcome Train(Recipe recipe)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        var splits = data.Open(recipe.Data.Name, recipe.Data.ToOptions());
        return display.While(recipe, splits.Train.Count, (observer, stage) => TrainingRun.Execute(
            recipe, splits, new TrainingRunOptions { OutputFolder = folder, Device = device, Observer = observer, Stage = stage }, call.Cancellation));
    }

    private T? Try<T>(string name, bool isAlone, Func<T> work) where T : class
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException stop) when (call.Cancellation.IsCancellationRequested)
        {
            throw new StoppedException(StoppedMessage(name), stop);
        }
        catch (Exception exception) when (!isAlone)
        {
            var error = ErrorReport.MessageOf(exception);
            results.Add(new(name, null, error));
            if (!call.IsJson)
                call.Terminal.Err.WriteLine($"{name} failed: {error}");
            return null;
        }
    }

    private string StoppedMessage(string name)
    {
        var written = results.Where(result => result.Outcome is not null).Select(result => result.Outcome!.Folder).ToList();
        return written.Count == 0
            ? $"Stopped while {name} was trained. Nothing was written."
            : $"Stopped while {name} was trained. Nothing of it was written; written before: {string.Join(", ", written)}.";
    }

    private static void CheckDistinct(IEnumerable<string?> names)
    {
        if (names.OfType<string>().GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"Two of the recipes are called '{twice.Key}', and one bundle would replace the other. Train them one by one into different folders (--out).");
    }
}
