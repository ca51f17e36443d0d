using Latent.Fitting;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Shows how a training run goes.</summary>
internal abstract class TrainingDisplay
{
    /// <summary>Work that tells an observer of its steps and epochs, names its later stages, and notes what a person should know.</summary>
    public delegate T Work<out T>(ITrainingObserver? observer, Action<string>? stage, Action<string>? note);

    /// <summary>A bar where a person looks, a line an epoch in a log, nothing for a machine.</summary>
    public static TrainingDisplay For(Invocation call) => call switch
    {
        { IsJson: true } => new SilentDisplay(call.Terminal.Err),
        { Terminal.Output.Profile.Out.IsTerminal: true } => new BarDisplay(call.Terminal.Output),
        _ => new LineDisplay(call.Terminal.Out, call.Note),
    };

    /// <summary>Runs the work and shows it.</summary>
    /// <param name="recipe">What is trained.</param>
    /// <param name="rows">Training rows in an epoch.</param>
    /// <param name="work">The work.</param>
    public abstract T While<T>(Recipe recipe, int rows, Work<T> work);
}
