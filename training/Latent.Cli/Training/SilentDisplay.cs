using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Shows nothing.</summary>
internal sealed class SilentDisplay : TrainingDisplay
{
    public override T While<T>(Recipe recipe, int rows, Work<T> work) => work(null, null);
}
