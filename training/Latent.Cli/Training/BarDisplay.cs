using Latent.Training.Recipes;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Shows a progress bar with epoch, loss, speed and remaining time, on one line of any terminal of at least 60 columns.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : TrainingDisplay
{
    private const int BarWidth = 10;

    // The bar, " 100%", the remaining time, and the gaps between columns.
    private const int FixedWidth = BarWidth + 4 + RemainingColumn.Width + 4;

    public override T While<T>(Recipe recipe, int rows, Work<T> work) => console.Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = BarWidth },
            new PercentageColumn(),
            new RemainingColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(recipe.Name), maxValue: recipe.Fit.Epochs);
            var bar = new EpochBar(task, recipe.Name, rows, () => console.Profile.Width - FixedWidth);
            var result = work(bar, bar.ShowStage, text => console.WriteLine($"note: {text}"));
            bar.Finish();
            return result;
        });
}
