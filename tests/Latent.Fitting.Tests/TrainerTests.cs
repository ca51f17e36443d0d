using System.Text.Json.Nodes;
using Latent.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting.Tests;

public sealed class TrainerTests : IDisposable
{
    private const int Samples = 600;

    private readonly TemporaryFolder folder = new();
    private readonly TensorRows rows = Parabola(seed: 1);
    private readonly TensorRows unseen = Parabola(seed: 2);

    [Fact]
    public void Fit_AClassifier_LearnsIt()
    {
        using var net = Classifier();

        var history = new Trainer(new TrainerOptions { Epochs = 40, BatchSize = 32, LearningRate = 0.01 }).Fit(
            Model(net),
            rows,
            unseen,
            CPU);

        Assert.Equal(40, history.Count);
        Assert.True(history[^1].Validation!.Loss < 0.3 * history[0].Validation!.Loss);
        Assert.Equal("accuracy", Assert.Single(history[^1].Validation!.Terms).Key);
        Assert.InRange(history[^1].Validation!.Terms[0].Value, 0.9, 1);
        Assert.False(net.training);
    }

    [Fact]
    public void Fit_WithEarlyStopping_RestoresTheBestWeights()
    {
        using var net = Classifier();
        var options = new TrainerOptions { Epochs = 60, BatchSize = 32, LearningRate = 0.3, EarlyStopping = new() { Patience = 4 } };

        var history = new Trainer(options).Fit(Model(net), rows, unseen, CPU);

        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Assert.True(history.Count < 60);
        Assert.Equal(history.Min(epoch => epoch.Validation!.Loss), Evaluate(net, unseen), 1e-6);
    }

    [Fact]
    public void Fit_ResumedFromACheckpoint_GivesTheSameBits()
    {
        using var whole = Classifier();
        using var resumed = Classifier();
        var options = new TrainerOptions { Epochs = 6, BatchSize = 50, Ema = 0.9, Seed = 7 };
        new Trainer(options).Fit(Model(whole), rows, unseen, CPU);

        using var cancellation = new CancellationTokenSource();
        var stopping = TrainingObserver.OnEpoch(epoch => Cancel(epoch.Epoch == 3, cancellation));
        Assert.Throws<OperationCanceledException>(
            () => new Trainer(options) { Observer = stopping, Checkpoints = Store(options) }.Fit(
                Model(resumed),
                rows,
                unseen,
                CPU,
                cancellation.Token));
        using var fresh = Classifier(seed: 99);
        var history = new Trainer(options) { Checkpoints = Store(options) }.Fit(Model(fresh), rows, unseen, CPU);

        Assert.Equal(6, history.Count);
        foreach (var (key, weight) in whole.state_dict())
            Assert.Equal(weight.data<float>().ToArray(), fresh.state_dict()[key].data<float>().ToArray());
    }

    [Fact]
    public void Fit_ResumedWithOtherSettings_NamesThem()
    {
        using var net = Classifier();
        var options = new TrainerOptions { Epochs = 1, BatchSize = 50 };
        new Trainer(options) { Checkpoints = Store(options) }.Fit(Model(net), rows, null, CPU);

        var other = options with { BatchSize = 25 };
        var error = Assert.Throws<CheckpointException>(
            () => new Trainer(other) { Checkpoints = Store(other) }.Fit(Model(net), rows, null, CPU));

        Assert.Equal(
            $"'{folder["run.checkpoint"]}' belongs to a run with other settings: batch_size was 50, is 25. " +
            "Train with the original settings, or delete the file to start over.",
            error.Message);
    }

    [Fact]
    public void Fit_NoRows_IsAnError()
    {
        using var net = Classifier();
        using var nothing = zeros(0, 2);

        var error = Assert.Throws<ArgumentException>(
            () => new Trainer(new TrainerOptions()).Fit(Model(net), new TensorRows(nothing), null, CPU));

        Assert.StartsWith("There are no training rows.", error.Message);
    }

    public static TheoryData<TrainerOptions, string> BadOptions() => new()
    {
        { new TrainerOptions { Epochs = 0 }, "TrainerOptions.Epochs must be at least 1." },
        { new TrainerOptions { LearningRate = double.NaN }, "TrainerOptions.LearningRate must be more than 0." },
        { new TrainerOptions { LearningRate = double.PositiveInfinity }, "TrainerOptions.LearningRate must be more than 0." },
        { new TrainerOptions { Ema = 1 }, "TrainerOptions.Ema must be more than 0 and less than 1." },
        { new TrainerOptions { EarlyStopping = new() { Patience = 0 } }, "EarlyStoppingOptions.Patience must be at least 1." },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Constructor_OptionsOutOfRange_NamesTheOption(TrainerOptions options, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(options)).Message);

    [Fact]
    public void Schedule_OutOfRange_NamesTheOption() => Assert.StartsWith(
        "LearningRateScheduleOptions.Decay must be more than 0 and at most 1.",
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(new TrainerOptions()) { Schedule = new() { Decay = 2 } }).Message);

    public void Dispose() => folder.Dispose();

    // Two classes, one to each side of a parabola.
    private static TensorRows Parabola(int seed)
    {
        using var generator = manual_seed(seed);
        var x = rand(Samples, 2) * 2 - 1;
        return new TensorRows(x, x[TensorIndex.Colon, 1].gt(x[TensorIndex.Colon, 0].square()).to(ScalarType.Int64));
    }

    private static Sequential Classifier(int seed = 3)
    {
        using var generator = manual_seed(seed);
        return Sequential(Linear(2, 16), ReLU(), Dropout(0.1), Linear(16, 2));
    }

    private static TrainableModule Model(Sequential net) => new(net, batch =>
    {
        var scores = net.call(batch[0]);
        return new LossTerms(
            functional.cross_entropy(scores, batch[1]),
            [("accuracy", scores.argmax(1).eq(batch[1]).to(ScalarType.Float32).mean())]);
    });

    private static double Evaluate(Sequential net, TensorRows rows)
        => Model(net).Evaluate(rows.Split(Samples).Single(), progress: 0).Loss.item<float>();

    private static void Cancel(bool now, CancellationTokenSource cancellation)
    {
        if (now)
            cancellation.Cancel();
    }

    private CheckpointStore Store(TrainerOptions options) =>
        new(
            folder["run.checkpoint"],
            new RunIdentity("parabola", new JsonObject { ["batch_size"] = options.BatchSize }, "parabola", new string('0', 64)));
}
