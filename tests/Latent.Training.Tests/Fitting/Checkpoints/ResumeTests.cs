using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Latent.Data;
using Latent.Fitting;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Export;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Fitting.Checkpoints;

/// <summary>A resumed run produces the same bytes as an uninterrupted one.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Times = ["seconds", "rows_per_second", "step_milliseconds", "peak_memory_megabytes"];

    private readonly TemporaryFolder folder = new();
    private readonly List<string> notes = [];

    public static TheoryData<string> Fits => [.. FitsByName.Keys];

    private static Dictionary<string, TrainerOptions> FitsByName { get; } = new()
    {
        ["adam"] = Usual,
        ["adamw"] = Usual with { Optimizer = OptimizerKind.Adamw, WeightDecay = 0.01 },
        ["sgd"] = Usual with { Optimizer = OptimizerKind.Sgd, LearningRate = 1e-4, GradientClip = 1 },
        ["average"] = Usual with { Ema = 0.9 },
        ["early stopping"] = Usual with { LearningRate = 0.03, EarlyStopping = new EarlyStoppingOptions { Patience = 1 }, Ema = 0.5 },
        ["rare checkpoints"] = Usual with { CheckpointEpochs = 100 },
    };

    // 410 training rows in batches of 64 give seven steps per epoch.
    private static TrainerOptions Usual => TinyRuns.Variational.Fit with { Epochs = 4, LearningRate = 3e-3 };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Fits))]
    public void Resume_OfARunStoppedInAnEpoch_EndsWithTheSameBytes(string fit)
    {
        var recipe = TinyRuns.Variational with { Fit = FitsByName[fit] };
        var whole = TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder["whole"] });

        Stop(recipe, epoch: 2, step: 5);
        var resumed = Resume(recipe);

        Assert.Equal(["tiny-vae resumes in epoch 2 of 4, after step 5."], notes);
        Assert.Equal(whole.Epochs, resumed.Epochs);
        Assert.Equal(DigestsOf(whole.Folder), DigestsOf(resumed.Folder));
        Assert.Equal(MetricsOf(whole.Folder), MetricsOf(resumed.Folder));
        Assert.Equal(ImagesOf(whole.Folder), ImagesOf(resumed.Folder));
        Assert.Equal([resumed.Folder], Directory.EnumerateFileSystemEntries(folder["stopped"]));
    }

    [Fact]
    public void Resume_OfARunWithStateOfThePreviousEpoch_EndsWithTheSameBytes()
    {
        var recipe = TinyRuns.Variational with
        {
            Fit = Usual,
            Objective = TinyRuns.Variational
            .Objective with
            { Prior = PriorKind.Composite }
        };
        var whole = TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder["whole"] });

        Stop(recipe, epoch: 3, step: 5);
        var resumed = Resume(recipe);

        Assert.Equal(DigestsOf(whole.Folder), DigestsOf(resumed.Folder));
        Assert.Equal(MetricsOf(whole.Folder), MetricsOf(resumed.Folder));
    }

    [Fact]
    public void Resume_OfARunStoppedTwice_EndsWithTheSameBytes()
    {
        var recipe = TinyRuns.Variational with { Fit = Usual };
        var whole = TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder["whole"] });

        Stop(recipe, epoch: 1, step: 1);
        Stop(recipe, epoch: 3, step: 7, resume: true);
        var resumed = Resume(recipe);

        Assert.Equal(["tiny-vae resumes in epoch 1 of 4, after step 1.", "tiny-vae resumes in epoch 4 of 4, after step 0."], notes);
        Assert.Equal(DigestsOf(whole.Folder), DigestsOf(resumed.Folder));
    }

    [Fact]
    public void Resume_AfterTheExportFailed_ExportsWithoutTrainingAgain()
    {
        var recipe = TinyRuns.Variational with { Export = new ExportSettings { Tolerance = 1e-12 } };
        Assert.Throws<ParityException>(() => TrainingRun.Execute(recipe, TinyRuns.Digits, Options()));
        using var never = new StoppingObserver(epoch: 1, step: 1);

        var resumed = TrainingRun.Execute(
            TinyRuns.Variational,
            TinyRuns.Digits,
            Options() with { Resume = true, Observer = never },
            never.Token);

        Assert.Equal(["tiny-vae completed training in an earlier run."], notes);
        Assert.Equal(2, resumed.Epochs);
        Assert.False(never.Token.IsCancellationRequested);
    }

    [Fact]
    public void Resume_WithoutACheckpoint_StartsAtTheBeginningAndSaysSo()
    {
        var outcome = Resume(TinyRuns.Dense);

        Assert.Equal(2, outcome.Epochs);
        Assert.Equal([$"There is no checkpoint of tiny-dense in '{folder["stopped"]}'; training starts from the beginning."], notes);
    }

    [Fact]
    public void Execute_OverACheckpoint_LosesNothing()
    {
        Stop(TinyRuns.Dense, epoch: 2, step: 1);
        var before = File.ReadAllBytes(CheckpointPath("tiny-dense"));

        var error = Assert.Throws<CheckpointException>(() => TrainingRun.Execute(TinyRuns.Dense, TinyRuns.Digits, Options()));

        Assert.Equal(
            $"An earlier run of tiny-dense was stopped before its end, and '{CheckpointPath("tiny-dense")}' holds its state. " +
                "Add --resume to continue it, or delete the file to start over.",
            error.Message);
        Assert.Equal(before, File.ReadAllBytes(CheckpointPath("tiny-dense")));
    }

    [Fact]
    public void Execute_StoppedBeforeTheFirstStep_LeavesNoCheckpoint()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => TrainingRun.Execute(TinyRuns.Dense, TinyRuns.Digits, Options(), stopped.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["stopped"]));
    }

    [Fact]
    public void Execute_WhoseLossIsNoNumber_LeavesNoCheckpoint()
    {
        var recipe = TinyRuns.Variational with { Fit = Usual with { Optimizer = OptimizerKind.Sgd, LearningRate = 1e4 } };

        Assert.Throws<TrainingException>(() => TrainingRun.Execute(recipe, TinyRuns.Digits, Options()));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["stopped"]));
    }

    [Fact]
    public void Resume_WithAnotherRecipe_SaysWhichKeysDiffer()
    {
        Stop(TinyRuns.Dense, epoch: 1, step: 2);
        var other = TinyRuns.Dense with
        {
            Options = TinyRuns.Options("""{ "hidden": [64, 16], "latent": 8 }"""),
            Fit = TinyRuns.Dense.Fit with { Epochs = 20, Ema = 0.99, CheckpointEpochs = 7 },
            Report = new ReportSettings { Samples = 1 },
        };

        var error = Assert.Throws<CheckpointException>(() => Resume(other));

        Assert.Equal(
            $"'{CheckpointPath("tiny-dense")}' belongs to a run with other settings: options.hidden was [32], is [64,16]; " +
                "fit.epochs was 2, is 20; fit.ema was unset, is 0.99. Train with the original settings, or delete the file to start over.",
            error.Message);
    }

    [Fact]
    public void Resume_OnOtherRows_SaysTheDigests()
    {
        Stop(TinyRuns.Dense, epoch: 1, step: 2);
        var rows = TinyRuns.Digits;
        var others = new DataSplits(rows.Validation, rows.Train, rows.Test);

        var error = Assert.Throws<CheckpointException>(() => TrainingRun.Execute(TinyRuns.Dense, others, Options() with { Resume = true }));

        Assert.Equal(
            $"'{CheckpointPath("tiny-dense")}' belongs to other rows of synthetic:digits: sha256 {rows.Digest[..12]}... " +
                $"then, {others.Digest[..12]}... now. Train on the original data, or delete the file to start over.",
            error.Message);
    }

    private string CheckpointPath(string name) => folder[$"stopped/{name}.checkpoint"];

    private void Stop(Recipe recipe, int epoch, int step, bool resume = false)
    {
        using var observer = new StoppingObserver(epoch, step);
        Assert.Throws<OperationCanceledException>(() => TrainingRun.Execute(
            recipe, TinyRuns.Digits, Options() with { Observer = observer, Resume = resume }, observer.Token));
        Assert.Equal([CheckpointPath(recipe.Name)], Directory.EnumerateFileSystemEntries(folder["stopped"]));
    }

    private TrainingOutcome Resume(Recipe recipe) => TrainingRun.Execute(recipe, TinyRuns.Digits, Options() with { Resume = true });

    private TrainingRunOptions Options() => new() { OutputFolder = folder["stopped"], Note = notes.Add };

    private static IReadOnlyList<string> DigestsOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];

    private static IReadOnlyList<string> MetricsOf(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "report/metrics.jsonl")).Select(WithoutTimes)];

    // They include the reconstructions recorded during training.
    private static IReadOnlyList<string> ImagesOf(string folder) =>
        [.. Regex.Matches(File.ReadAllText(Path.Combine(folder, "report/index.html")), "data:image/png;base64,[^\"]+")
            .Select(match => match.Value)];

    private static string WithoutTimes(string line)
    {
        var metrics = JsonNode.Parse(line)!.AsObject();
        foreach (var time in Times)
            Assert.True(metrics.Remove(time), time);
        return metrics.ToJsonString();
    }
}
