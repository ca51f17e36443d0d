using System.Diagnostics;
using Latent.Data;
using Latent.Training;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>Fits a model to rows: one loop over epochs and shuffled batches.</summary>
/// <param name="recipe">Epochs, batch size, optimizer, schedule, seed, early stopping.</param>
/// <param name="observer">Is told how the run goes; nobody where null.</param>
public sealed class Trainer(Recipe recipe, ITrainingObserver? observer = null)
{
    private readonly FitSettings fit = recipe.Fit;
    private readonly LearningRateSchedule learningRates = new(recipe.Schedule, recipe.Fit.Epochs);
    private readonly TrainingStep step = new(recipe.Fit);

    /// <summary>Keeps where the run stands, and brings it back; nothing is kept where null.</summary>
    internal CheckpointStore? Checkpoints { get; init; }

    /// <summary>Trains a model in place.</summary>
    /// <param name="trainable">The model, on the device to train on, and its loss.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="validation">The validation rows; an empty set skips validation, and early stopping then watches the training loss.</param>
    /// <param name="device">The device that holds the model.</param>
    /// <param name="cancellation">Ends the run after the step under way.</param>
    /// <returns>What each epoch measured.</returns>
    /// <exception cref="TrainingException">The loss is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<EpochMetrics> Fit(ITrainableModel trainable, Dataset train, Dataset validation, Device device, CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        using var state = new FitState(trainable, fit);
        var trainRows = train.ToTensor(device);                 // [rows, features]
        var validationRows = validation.ToTensor(device);
        Checkpoints?.Restore(state);

        while (!state.IsDone)
        {
            trainable.BeginEpoch(state.Epoch);
            RunEpoch(state, trainRows, cancellation);
            var metrics = Measure(state, train.Count, validation.Count > 0 ? Validate(state, validationRows) : null);
            state.EndEpoch(metrics);
            observer?.OnEpoch(metrics);
            if (metrics.Epoch % fit.CheckpointEpochs == 0 || state.IsDone)
                Checkpoints?.Save(state);
        }

        state.ApplyFinalWeights();
        trainable.EndTraining();
        return state.History;
    }

    private void RunEpoch(FitState state, Tensor rows, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        state.Model.train();
        var batches = step.BatchesOf(rows, state.Epoch);
        while (state.Step < batches.Length)
        {
            StopIfCancelled(state, cancellation);
            var began = Stopwatch.GetTimestamp();
            var progress = state.Epoch - 1 + ((double)state.Step / batches.Length);
            var loss = step.Run(state, rows, batches[state.Step], fit.LearningRate * learningRates.Factor(progress), progress);
            state.Seconds += Stopwatch.GetElapsedTime(began).TotalSeconds;
            observer?.OnStep(new TrainingProgress(state.Epoch, fit.Epochs, state.Step, batches.Length, loss));
        }
    }

    private void StopIfCancelled(FitState state, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested && state.HasBegun)
            Checkpoints?.Save(state);
        cancellation.ThrowIfCancellationRequested();
    }

    private LossValues Validate(FitState state, Tensor rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var averaged = state.Average?.Lend();
        state.Model.eval();
        TrainingSeed.SeedValidation(fit.Seed);
        var losses = new LossMeter(LossSums.None);
        foreach (var x in rows.split(Math.Max(fit.BatchSize, 512)))
        {
            using var batch = NewDisposeScope();
            losses.Add(state.Trainable.Evaluate(x, state.Epoch), x.shape[0]);
        }

        var mean = losses.Mean();
        return double.IsFinite(mean.Loss) ? mean : throw TrainingStep.Diverged("loss", mean.Loss, $"validation after epoch {state.Epoch}", state.LearningRate);
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
