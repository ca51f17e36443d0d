using System.Diagnostics;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>Fits a model to rows: one loop over epochs and shuffled batches.</summary>
public sealed class Trainer
{
    private readonly TrainerOptions options;
    private readonly TrainingStep step;

    /// <summary>Creates a trainer; it can train several models, one after another.</summary>
    /// <param name="options">Epochs, batch size, optimizer, seed, early stopping, and more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Trainer(TrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Check(options, nameof(options));
        this.options = options;
        step = new TrainingStep(options);
    }

    /// <summary>The learning rate over the epochs. Default: constant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LearningRateScheduleOptions Schedule
    {
        get;
        init
        {
            OptionsCheck.Check(value, nameof(Schedule));
            field = value;
        }
    } = new();

    /// <summary>Receives step and epoch progress. Default: null.</summary>
    public ITrainingObserver? Observer { get; init; }

    /// <summary>Saves the state of the run after epochs and on cancellation, and restores it. Default: null, no checkpoints.</summary>
    public CheckpointStore? Checkpoints { get; init; }

    /// <summary>Trains a model in place.</summary>
    /// <param name="trainable">The model, on the device to train on, and its loss.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="validation">The validation rows; an empty set skips validation, and early stopping then uses the training loss.</param>
    /// <param name="device">The device that holds the model.</param>
    /// <param name="cancellation">Cancels the run after the current step.</param>
    /// <returns>The metrics of each epoch.</returns>
    /// <exception cref="TrainingException">The loss is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<EpochMetrics> Fit(
        ITrainableModel trainable,
        TensorRows train,
        TensorRows? validation,
        Device device,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainable);
        ArgumentNullException.ThrowIfNull(train);
        if (train.Count == 0)
            throw new ArgumentException("There are no training rows.", nameof(train));

        if (options.Threads is { } threads)
            set_num_threads(threads);
        using var scope = NewDisposeScope();
        using var state = new FitState(trainable, options);
        var learningRates = new LearningRateSchedule(Schedule, options.Epochs);
        var trainRows = train.To(device);
        var validationRows = validation is { Count: > 0 } ? validation.To(device) : null;
        Checkpoints?.Restore(state);

        while (!state.IsDone)
        {
            trainable.BeginEpoch(state.Epoch);
            RunEpoch(state, trainRows, learningRates, cancellation);
            var metrics = Measure(state, train.Count, validationRows is null ? null : Validate(state, validationRows));
            state.EndEpoch(metrics);
            Observer?.OnEpoch(metrics);
            if (metrics.Epoch % options.CheckpointEpochs == 0 || state.IsDone)
                Checkpoints?.Save(state);
        }

        state.ApplyFinalWeights();
        trainable.EndTraining();
        return state.History;
    }

    private void RunEpoch(FitState state, TensorRows rows, LearningRateSchedule learningRates, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        state.Model.train();
        var batches = step.BatchesOf(rows, state.Epoch);
        while (state.Step < batches.Length)
        {
            StopIfCancelled(state, cancellation);
            var began = Stopwatch.GetTimestamp();
            var progress = state.Epoch - 1 + ((double)state.Step / batches.Length);
            var loss = step.Run(state, rows, batches[state.Step], options.LearningRate * learningRates.Factor(progress), progress);
            state.Seconds += Stopwatch.GetElapsedTime(began).TotalSeconds;
            Observer?.OnStep(new TrainingProgress(state.Epoch, options.Epochs, state.Step, batches.Length, loss));
        }
    }

    private void StopIfCancelled(FitState state, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested && state.HasBegun)
            Checkpoints?.Save(state);
        cancellation.ThrowIfCancellationRequested();
    }

    private LossValues Validate(FitState state, TensorRows rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var averaged = state.Average?.Lend();
        state.Model.eval();
        TrainingSeed.SeedValidation(options.Seed);
        var losses = new LossMeter(LossMeter.State.None);
        foreach (var batch in rows.Split(Math.Max(options.BatchSize, 512)))
        {
            using var temporaries = NewDisposeScope();
            losses.Add(state.Trainable.Evaluate(batch, state.Epoch), batch[0].shape[0]);
        }

        var mean = losses.Mean();
        return double.IsFinite(mean.Loss)
            ? mean
            : throw TrainingStep.Diverged("loss", mean.Loss, $"validation after epoch {state.Epoch}", state.LearningRate);
    }

    private static EpochMetrics Measure(FitState state, int rows, LossValues? validation) => new()
    {
        Epoch = state.Epoch,
        LearningRate = state.LearningRate,
        Train = state.Losses.Mean(),
        Validation = validation,
        Seconds = state.Seconds,
        RowsPerSecond = rows / state.Seconds,
        StepMilliseconds = state.Seconds * 1000 / state.Step,
        PeakMemoryMegabytes = PeakMemory.Megabytes,
    };
}
