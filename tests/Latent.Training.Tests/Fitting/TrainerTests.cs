using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Families;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Fitting;

public sealed class TrainerTests
{
    private static readonly Dataset Nothing = TinyRuns.Digits.Train.Subset([]);

    [Fact]
    public void Fit_OverEpochs_LowersTheLossOfRowsItDidNotSee()
    {
        using var model = NewModel();

        var history = Train(model, new TrainerOptions { Epochs = 10, BatchSize = 32, LearningRate = 3e-3 });

        Assert.Equal(Enumerable.Range(1, 10), history.Select(epoch => epoch.Epoch));
        Assert.True(history[^1].Validation!.Loss < 0.8 * history[0].Validation!.Loss);
        Assert.All(history, epoch => Assert.True(epoch.RowsPerSecond > 0));
    }

    [Fact]
    public void Fit_TwiceFromOneSeed_GivesTheSameWeights()
    {
        using var first = NewModel();
        using var second = NewModel();
        manual_seed(9);
        Train(first, new TrainerOptions { Epochs = 1, BatchSize = 64, Seed = 4 });
        manual_seed(9);
        Train(second, new TrainerOptions { Epochs = 1, BatchSize = 64, Seed = 4 });

        foreach (var (key, weight) in first.state_dict())
            Assert.True(weight.allclose(second.state_dict()[key], rtol: 0, atol: 0), key);
    }

    [Fact]
    public void Fit_WhoseLossIsNoNumber_SaysEpochStepAndRate()
    {
        using var model = NewModel();
        using (no_grad())
            model.state_dict()["encoder.layers.0.bias"].fill_(float.NaN);

        var error = Assert.Throws<TrainingException>(() => Train(model, new TrainerOptions { Epochs = 1, LearningRate = 0.5 }));

        Assert.Equal(
            "The loss became NaN in epoch 1, step 1, at learning rate 0.5. " +
            "Lower fit.learning_rate, set fit.gradient_clip (1 is a good start), or check the data for extreme values.",
            error.Message);
    }

    [Fact]
    public void Fit_WhoseGradientIsNoNumber_SaysSo()
    {
        // Values of 1e16 keep the squared error of a batch finite, but the squared gradient, which contains products of them, overflows.
        var rows = new Dataset("large", [784], [.. TinyRuns.Digits.Train.Values.Select(value => value * 1e16f)]);
        using var model = ModelFamilies.Build(
            TinyRuns.Dense with { Options = TinyRuns.Options("""{ "hidden": [32], "latent": 8, "output": "identity" }""") },
            rows).Model;

        var error = Assert.Throws<TrainingException>(() => TrainerOf(new TrainerOptions { GradientClip = 1 }).Fit(
            TinyRuns.Trainable(TinyRuns.Dense, model),
            rows.ToRows(),
            validation: null,
            CPU));

        Assert.StartsWith("The gradient norm became Infinity in epoch 1, step 1, at learning rate 0.001. Lower fit.learning_rate, ",
            error.Message);
    }

    [Fact]
    public void Fit_WithEarlyStopping_GoesBackToTheBestWeights()
    {
        using var model = NewModel();
        // At this high rate, the validation loss rises after the first epochs.
        var fit = new TrainerOptions
        {
            Epochs = 30,
            BatchSize = 16,
            LearningRate = 0.05,
            EarlyStopping = new EarlyStoppingOptions { Patience = 2 }
        };

        var history = Train(model, fit);

        var best = history.Min(epoch => epoch.Validation!.Loss);
        Assert.True(history.Count < 30);
        Assert.Equal(best, LossOf(model, TinyRuns.Digits.Validation), precision: 5);
    }

    [Fact]
    public void Fit_WithAnAverage_ValidatesAndLeavesTheAveragedWeights()
    {
        using var plain = NewModel();
        using var averaged = NewModel();
        var fit = new TrainerOptions { Epochs = 3, BatchSize = 32, LearningRate = 3e-3 };

        var plainHistory = Train(plain, fit);
        var history = Train(averaged, fit with { Ema = 0.9 });

        // Averaging does not affect training: the trained weights, and so their losses, equal those of a run without it.
        Assert.Equal(plainHistory.Select(epoch => epoch.Train.Loss), history.Select(epoch => epoch.Train.Loss));
        Assert.NotEqual(plainHistory[^1].Validation!.Loss, history[^1].Validation!.Loss);
        Assert.Equal(history[^1].Validation!.Loss, LossOf(averaged, TinyRuns.Digits.Validation), precision: 6);
    }

    [Fact]
    public void Fit_OverEpochs_MeasuresStepsAndMemory()
    {
        using var model = NewModel();

        // 410 rows give four steps.
        var epoch = Assert.Single(Train(model, new TrainerOptions { Epochs = 1, BatchSize = 128 }));

        Assert.Equal(epoch.Seconds * 1000 / 4, epoch.StepMilliseconds, precision: 9);
        Assert.Equal(410 / epoch.Seconds, epoch.RowsPerSecond, precision: 6);
        Assert.InRange(epoch.PeakMemoryMegabytes, 30, 100_000);
    }

    [Fact]
    public void Fit_WhenCancelled_EndsAfterTheStep()
    {
        using var model = NewModel();
        using var cancellation = new CancellationTokenSource();
        var observer = new CancellingObserver(cancellation, afterStep: 3);

        Assert.Throws<OperationCanceledException>(() => TrainerOf(new TrainerOptions { BatchSize = 64 }, observer: observer)
            .Fit(TinyRuns.Trainable(TinyRuns.Dense, model), TinyRuns.Digits.Train.ToRows(), validation: null, CPU, cancellation.Token));

        Assert.Equal(3, observer.Steps);
    }

    [Fact]
    public void Fit_OfManySteps_FollowsTheSchedule()
    {
        using var model = NewModel();
        var schedule = new LearningRateScheduleOptions { Kind = LearningRateScheduleKind.WarmupDecay, WarmupEpochs = 2, Decay = 0.5 };

        var history = TrainerOf(new TrainerOptions { Epochs = 4, BatchSize = 128, LearningRate = 0.01 }, schedule)
            .Fit(TinyRuns.Trainable(TinyRuns.Dense, model), TinyRuns.Digits.Train.ToRows(), validation: null, CPU);

        Assert.Equal([0.005, 0.01, 0.01, 0.005], history.Select(epoch => Math.Round(epoch.LearningRate, 9)));
    }

    private static AutoencoderModel NewModel() => TinyRuns.Model(TinyRuns.Dense);

    private static IReadOnlyList<EpochMetrics> Train(AutoencoderModel model, TrainerOptions fit) =>
        TrainerOf(fit).Fit(
            TinyRuns.Trainable(TinyRuns.Dense, model),
            TinyRuns.Digits.Train.ToRows(),
            TinyRuns.Digits.Validation.ToRows(),
            CPU);

    private static Trainer TrainerOf(
        TrainerOptions options,
        LearningRateScheduleOptions? schedule = null,
        ITrainingObserver? observer = null) =>
        new(options) { Schedule = schedule ?? new LearningRateScheduleOptions(), Observer = observer };

    private static double LossOf(AutoencoderModel model, Dataset rows)
    {
        using var frozen = no_grad();
        return TinyRuns.Trainable(TinyRuns.Dense, model).Objective
            .Evaluate(model, tensor(rows.Values, [rows.Count, rows.SampleSize]), progress: 0)
            .Loss
            .item<float>();
    }

    private sealed class CancellingObserver(CancellationTokenSource cancellation, int afterStep) : ITrainingObserver
    {
        public int Steps { get; private set; }

        public void OnStep(TrainingProgress progress)
        {
            Steps = progress.Step;
            if (Steps == afterStep)
                cancellation.Cancel();
        }

        public void OnEpoch(EpochMetrics metrics)
        {
        }
    }
}
