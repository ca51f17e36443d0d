using Latent.Data;
using Latent.Training;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Trains recipes for their metrics; the bundles go to a temporary folder that is deleted afterwards.</summary>
internal sealed class Trial(Invocation call) : IDisposable
{
    private readonly DataAccess data = new(call);
    private readonly TrainingDisplay display = TrainingDisplay.For(call);
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("latent-benchmark-");

    /// <summary>Opens the training, validation and test rows of a recipe.</summary>
    public DataSplits Open(Recipe recipe) => data.Open(recipe.Data.Name, recipe.Data.ToOptions());

    /// <summary>Trains a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <returns>The metrics on its test rows, by name.</returns>
    public IReadOnlyDictionary<string, double> Run(Recipe recipe)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        var splits = Open(recipe);
        var options = new TrainingRunOptions { OutputFolder = scratch.FullName };
        return display.While(recipe, splits.Train.Count, (observer, stage, note) =>
            TrainingRun.Execute(recipe, splits, options with { Observer = observer, Stage = stage, Note = note }, call.Cancellation)
                .Metrics);
    }

    public void Dispose() => scratch.Delete(recursive: true);
}
