using System.Diagnostics;
using Latent.Fitting;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Moves the bar of one recipe, a few times a second at most.</summary>
/// <param name="bar">The bar, in epochs.</param>
/// <param name="name">The name of the recipe.</param>
/// <param name="rows">Training rows in an epoch.</param>
/// <param name="width">Columns that the text may take.</param>
internal sealed class EpochBar(ProgressTask bar, string name, int rows, Func<int> width) : ITrainingObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch sinceDrawn = Stopwatch.StartNew();
    private readonly RunClock run = new(bar.MaxValue);
    private long epochBegan = Stopwatch.GetTimestamp();
    private double? shareBefore;
    private string validation = "";

    public void OnStep(TrainingProgress progress)
    {
        var share = (double)progress.Step / progress.Steps;
        shareBefore ??= (progress.Step - 1.0) / progress.Steps;
        if (sinceDrawn.Elapsed < Pause)
            return;

        sinceDrawn.Restart();
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

    /// <summary>Says what goes on after the last epoch.</summary>
    public void ShowStage(string stage) => Describe($"{name}  {stage}");

    /// <summary>Fills the bar, also where early stopping left epochs out.</summary>
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
