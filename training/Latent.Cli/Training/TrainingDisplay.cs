using Latent.Fitting;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>Displays the progress of a training run.</summary>
internal abstract class TrainingDisplay
{
    /// <summary>Work that reports its steps and epochs to an observer, its later stages by name, and notes for the user.</summary>
    public delegate T Work<out T>(ITrainingObserver? observer, Action<string>? stage, Action<string>? note);

    /// <summary>Creates the display: a progress bar in a terminal, one line per epoch in a log, notes only with JSON output.</summary>
    public static TrainingDisplay For(Invocation call) => call switch
    {
        { IsJson: true } => new SilentDisplay(call.Terminal.Err),
        { Terminal.Output.Profile.Out.IsTerminal: true } => new BarDisplay(call.Terminal.Output),
        _ => new LineDisplay(call.Terminal.Out, call.Note),
    };

    /// <summary>Runs the work and displays its progress.</summary>
    /// <param name="recipe">The recipe that is trained.</param>
    /// <param name="rows">The number of training rows per epoch.</param>
    /// <param name="work">The work.</param>
    public abstract T While<T>(Recipe recipe, int rows, Work<T> work);
}
