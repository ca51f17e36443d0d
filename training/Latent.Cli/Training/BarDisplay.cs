using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Draws a bar that says epoch, loss, speed and the time that is left, in one line of any terminal of 60 columns or more.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : TrainingDisplay
{
    private const int BarWidth = 10;

    // The bar, " 100%", the time that is left, and the gaps between columns.
    private const int BesideTheText = BarWidth + 4 + RemainingColumn.Width + 4;

    public override T While<T>(Recipe recipe, int rows, Work<T> work) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new RemainingColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(recipe.Name), maxValue: recipe.Fit.Epochs);
            var bar = new EpochBar(task, recipe.Name, rows, () => console.Profile.Width - BesideTheText);
            var result = work(bar, bar.ShowStage, text => console.WriteLine($"note: {text}"));
            bar.Finish();
            return result;
        });
}
