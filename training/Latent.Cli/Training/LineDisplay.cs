using Latent.Fitting;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Writes one line per epoch and one per stage; notes go to the same output as the command's other notes.</summary>
internal sealed class LineDisplay(TextWriter output, Action<string> note) : TrainingDisplay
{
    public override T While<T>(Recipe recipe, int rows, Work<T> work) =>
        work(new Observer(recipe, output), stage => output.WriteLine($"{recipe.Name}  {stage}"), note);

    private sealed class Observer(Recipe recipe, TextWriter output) : ITrainingObserver
    {
        public void OnStep(TrainingProgress progress)
        {
        }

        public void OnEpoch(EpochMetrics metrics)
        {
            output.WriteLine(
                $"{recipe.Name}  {EpochText.Format(metrics, recipe.Fit.Epochs)}  " +
                $"{NumberText.Duration(TimeSpan.FromSeconds(metrics.Seconds))}");
            output.Flush();
        }
    }
}
