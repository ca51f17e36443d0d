using Latent.Bundles;
using Latent.Data;
using Latent.Training;
using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Trains recipes one after the other. What fails is reported at once and again at the end; the others go on.</summary>
internal sealed class RecipeRun(Invocation call, string folder, string device, bool resume, bool strict, bool canResume = true)
{
    private readonly DataAccess data = new(call);
    private readonly TrainingDisplay display = TrainingDisplay.For(call);
    private readonly List<RecipeResult> results = [];

    /// <summary>The bundles that were written.</summary>
    public IEnumerable<TrainingOutcome> Outcomes => results.Select(result => result.Outcome).OfType<TrainingOutcome>();

    public int Execute(IReadOnlyList<RecipeRequest> requests)
    {
        var isAlone = requests.Count == 1;
        var recipes = requests.Select(request => (request.Name, Recipe: Try(request.Name, isAlone, () => Prepare(request)))).ToList();
        CheckDistinct(recipes.Select(each => each.Recipe?.Name));
        foreach (var (name, recipe) in recipes)
        {
            if (recipe is not null && Try(name, isAlone, () => Train(recipe)) is { } outcome)
                results.Add(new(name, outcome, null));
        }

        RecipeReport.Answer(call, results);
        var isIncomplete = results.Exists(result => result.Error is not null && (strict || !result.IsSkipped));
        return isIncomplete || results.TrueForAll(result => result.Outcome is null) ? ExitCode.CheckFailed : ExitCode.Done;
    }

    /// <summary>Reads a recipe, and makes sure that its bundle can be written and no checkpoint is lost, before anything takes long.</summary>
    private Recipe Prepare(RecipeRequest request)
    {
        var recipe = request.Open();
        if (!resume)
            Checkpoint.RejectReplacement(folder, recipe.Name);
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
        catch (OperationCanceledException stop) when (canResume && File.Exists(Checkpoint.PathOf(folder, recipe.Name)))
        {
            throw new StoppedException($"Stopped while {recipe.Name} was trained. Where it stands is in '{Checkpoint.PathOf(folder, recipe.Name)}'. Go on with:\n  {CommandToResume()}", stop);
        }
    }

    private string CommandToResume() => CommandLine.Format(["latent", .. call.Arguments, .. resume ? Array.Empty<string>() : ["--resume"]]);

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
        catch (DataException exception) when (!isAlone && exception.IsUnavailable)
        {
            Skip(name, exception);
            return null;
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

    // One line; the whole error comes where the recipe is trained alone.
    private void Skip(string name, DataException missing)
    {
        var reason = $"no source gave its {missing.Where}. Fix: put {missing.Expected} into a folder of that name, and let LATENT_DATA name the folder around it; 'latent data list' shows sources.";
        results.Add(new(name, null, reason, IsSkipped: true));
        if (!call.IsJson)
            call.Terminal.Error.Write(new Text($"{name} skipped: {reason}\n", Color.Yellow));
    }

    private string StoppedMessage(string name)
    {
        var written = Outcomes.Select(outcome => outcome.Folder).ToList();
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
