using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Draws a bar that says epoch, loss, speed and the time that is left.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : TrainingDisplay
{
    public override T While<T>(Recipe recipe, int rows, Work<T> work) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var bar = new EpochBar(context.AddTask(Markup.Escape(recipe.Name), maxValue: recipe.Fit.Epochs), recipe.Name, rows);
            var result = work(bar, bar.ShowStage);
            bar.Finish();
            return result;
        });
}
