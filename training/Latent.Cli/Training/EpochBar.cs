using System.Diagnostics;
using Latent.Training.Fitting;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>Moves the bar of one recipe, a few times a second at most.</summary>
internal sealed class EpochBar(ProgressTask bar, string name, int rows) : ITrainingObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch sinceDrawn = Stopwatch.StartNew();
    private readonly Stopwatch sinceEpoch = Stopwatch.StartNew();
    private string validation = "";

    public void OnStep(TrainingProgress progress)
    {
        if (sinceDrawn.Elapsed < Pause)
            return;

        sinceDrawn.Restart();
        var share = (double)progress.Step / progress.Steps;
        bar.Value = progress.Epoch - 1 + share;
        Describe($"epoch {progress.Epoch}/{progress.Epochs}  loss {Numbers.Short(progress.Loss)}{validation}  {Numbers.Count(rows * share / sinceEpoch.Elapsed.TotalSeconds)} rows/s");
    }

    public void OnEpoch(EpochMetrics metrics)
    {
        bar.Value = metrics.Epoch;
        validation = metrics.Validation is { } measured ? $"  validation {Numbers.Short(measured.Loss)}" : "";
        Describe(EpochText.Of(metrics, (int)bar.MaxValue));
        sinceEpoch.Restart();
    }

    /// <summary>Says what goes on after the last epoch.</summary>
    public void ShowStage(string stage) => Describe(stage);

    /// <summary>Fills the bar, also where early stopping left epochs out.</summary>
    public void Finish()
    {
        bar.Value = bar.MaxValue;
        Describe("done");
    }

    private void Describe(string text) => bar.Description = Markup.Escape($"{name}  {text}");
}
