using System.Diagnostics;
using Latent.Fitting;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Updates the progress bar of one recipe, at most ten times per second.</summary>
/// <param name="bar">The progress bar; its unit is epochs.</param>
/// <param name="name">The name of the recipe.</param>
/// <param name="rows">The number of training rows per epoch.</param>
/// <param name="width">Returns the maximum width of the text, in columns.</param>
internal sealed class EpochBar(ProgressTask bar, string name, int rows, Func<int> width) : ITrainingObserver
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch sinceUpdate = Stopwatch.StartNew();
    private readonly RunClock run = new(bar.MaxValue);
    private long epochBegan = Stopwatch.GetTimestamp();
    private double? shareBefore;
    private string validation = "";

    public void OnStep(TrainingProgress progress)
    {
        var share = (double)progress.Step / progress.Steps;
        shareBefore ??= (progress.Step - 1.0) / progress.Steps;
        if (sinceUpdate.Elapsed < MinInterval)
            return;

        sinceUpdate.Restart();
        Move(progress.Epoch - 1 + share);
        var rowsPerSecond = rows * (share - shareBefore.Value) / Stopwatch.GetElapsedTime(epochBegan).TotalSeconds;
        Describe(NarrowLine.Fit(width(), [(name, 0), .. EpochText.Pieces(progress, validation, rowsPerSecond)]));
    }

    public void OnEpoch(EpochMetrics metrics)
    {
        Move(metrics.Epoch);
        validation = EpochText.Validation(metrics);
        Describe(NarrowLine.Fit(width(), [(name, 0), .. EpochText.Pieces(metrics, (int)bar.MaxValue)]));
        epochBegan = Stopwatch.GetTimestamp();
        shareBefore = null;
    }

    /// <summary>Shows the stage that runs after the last epoch.</summary>
    public void ShowStage(string stage) => Describe($"{name}  {stage}");

    /// <summary>Fills the bar, even if early stopping skipped epochs.</summary>
    public void Finish()
    {
        bar.Value = bar.MaxValue;
        Describe($"{name}  done");
    }

    private void Move(double epochs)
    {
        bar.Value = epochs;
        RemainingColumn.Update(bar, run.RemainingAt(epochs));
    }

    private void Describe(string text) => bar.Description = Markup.Escape(text);
}
