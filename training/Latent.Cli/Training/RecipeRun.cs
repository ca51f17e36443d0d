using Latent.Bundles;
using Latent.Training;
using Latent.Training.Fitting.Checkpoints;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Trains recipes one after the other. What fails is reported at once and again at the end; the others go on.</summary>
internal sealed class RecipeRun(Invocation call, RecipeChoices choices, string folder, string device, bool resume)
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

    /// <summary>Reads a recipe, and makes sure that its bundle can be written and no checkpoint is lost, before anything takes long.</summary>
    private Recipe Prepare(string name)
    {
        var recipe = choices.Open(name);
        if (!resume)
            Checkpoint.RefuseToReplace(folder, recipe.Name);
        using (BundleWriter.Create(Path.Combine(folder, recipe.Name)))
            return recipe;
    }

    private TrainingOutcome Train(Recipe recipe)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        var splits = data.Open(recipe.Data.Name, recipe.Data.ToOptions());
        var options = new TrainingRunOptions { OutputFolder = folder, Device = device, Resume = resume };
        try
        {
            return display.While(recipe, splits.Train.Count, (observer, stage, note) =>
                TrainingRun.Execute(recipe, splits, options with { Observer = observer, Stage = stage, Note = note }, call.Cancellation));
        }
        catch (OperationCanceledException stop) when (File.Exists(Checkpoint.PathOf(folder, recipe.Name)))
        {
            throw new StoppedException($"Stopped while {recipe.Name} was trained. Where it stands is in '{Checkpoint.PathOf(folder, recipe.Name)}'. Go on with:\n  {CommandToResume()}", stop);
        }
    }

    private string CommandToResume() => CommandLine.Of(["latent", .. call.Arguments, .. resume ? Array.Empty<string>() : ["--resume"]]);

    private T? Try<T>(string name, bool isAlone, Func<T> work) where T : class
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException stop) when (call.Cancellation.IsCancellationRequested && stop is not StoppedException)
        {
            throw new StoppedException(StoppedMessage(name), stop);
        }
        catch (Exception exception) when (!isAlone && exception is not StoppedException)
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
