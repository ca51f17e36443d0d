using Latent.Bundles;
using Latent.Files;
using Latent.Training;
using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Trains recipes in sequence. A failure is reported immediately and again at the end; the other recipes continue.</summary>
internal sealed class RecipeRun(Invocation call, string folder, string device, bool resume, bool strict, bool canResume = true)
{
    private readonly DataAccess data = new(call);
    private readonly TrainingDisplay display = TrainingDisplay.For(call);
    private readonly List<RecipeResult> results = [];

    /// <summary>The training outcomes of the recipes whose bundles were written.</summary>
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

    /// <summary>Opens a recipe and checks, before any long work, that its bundle is writable and no checkpoint would be lost.</summary>
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
            throw new StoppedException(
                $"Stopped while training {recipe.Name}. The checkpoint is in '{Checkpoint.PathOf(folder, recipe.Name)}'. Resume with:\n"
                + $"  {CommandToResume()}",
                stop);
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

    // One line; the full error is shown if the recipe is trained alone.
    private void Skip(string name, DataException missing)
    {
        var reason = $"no source provided its {missing.Where}. Fix: put {missing.Expected} into a folder of that name, "
            + "and set LATENT_DATA to its parent folder; 'latent data list' shows the sources.";
        results.Add(new(name, null, reason, IsSkipped: true));
        if (!call.IsJson)
            call.Terminal.Error.Write(new Text($"{name} skipped: {reason}\n", Color.Yellow));
    }

    private string StoppedMessage(string name)
    {
        var written = Outcomes.Select(outcome => outcome.Folder).ToList();
        return written.Count == 0
            ? $"Stopped while training {name}. Nothing was written."
            : $"Stopped while training {name}. It was not written; bundles written before: {string.Join(", ", written)}.";
    }

    private static void CheckDistinct(IEnumerable<string?> names)
    {
        if (names.OfType<string>().GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException(
                $"Two of the recipes are named '{twice.Key}', so one bundle would replace the other. "
                + "Train them separately into different folders (--out).");
        }
    }
}
