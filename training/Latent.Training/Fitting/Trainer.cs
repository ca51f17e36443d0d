using System.Diagnostics;
using Latent.Training.Data;
using Latent.Training.Models;
using Latent.Training.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Schedules;
using static TorchSharp.torch;

namespace Latent.Training.Fitting;

/// <summary>Fits a model to rows: one loop over epochs and shuffled batches.</summary>
/// <param name="objective">What is minimised.</param>
/// <param name="fit">Epochs, batch size, optimizer, seed, early stopping.</param>
/// <param name="schedule">The learning rate over the run.</param>
/// <param name="observer">Is told how the run goes; nobody where null.</param>
public sealed class Trainer(Objective objective, FitSettings fit, ScheduleSettings schedule, ITrainingObserver? observer = null)
{
    private readonly LearningRateSchedule learningRates = new(schedule, fit.Epochs);

    /// <summary>Trains the model in place.</summary>
    /// <param name="model">The model, on the device to train on.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="validation">The validation rows; an empty set skips validation, and early stopping then watches the training loss.</param>
    /// <param name="device">The device that holds the model.</param>
    /// <param name="cancellation">Ends the run after the step under way.</param>
    /// <returns>What each epoch measured.</returns>
    /// <exception cref="TrainingException">The loss is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<EpochMetrics> Fit(AutoencoderModel model, Dataset train, Dataset validation, Device device, CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        using var optimizer = OptimizerFactory.Create(fit, model.parameters());
        using var best = fit.EarlyStopping is { } stopping ? new BestWeights(model, stopping.Patience, stopping.MinDelta) : null;
        var trainRows = RowsOf(train, device);                  // [rows, features]
        var validationRows = RowsOf(validation, device);
        var history = new List<EpochMetrics>();

        for (var epoch = 1; epoch <= fit.Epochs && best?.IsOver is not true; epoch++)
        {
            var clock = Stopwatch.StartNew();
            var losses = RunEpoch(model, optimizer, trainRows, epoch, cancellation);
            var seconds = clock.Elapsed.TotalSeconds;
            var validated = validation.Count > 0 ? Validate(model, validationRows) : null;
            if (validated is not null && !double.IsFinite(validated.Loss))
                throw Diverged(optimizer, $"validation after epoch {epoch}", validated.Loss);
            var metrics = new EpochMetrics
            {
                Epoch = epoch,
                LearningRate = optimizer.ParamGroups.First().LearningRate,
                Train = losses,
                Validation = validated,
                Seconds = seconds,
                RowsPerSecond = train.Count / seconds,
            };
            history.Add(metrics);
            observer?.OnEpoch(metrics);
            best?.Observe((metrics.Validation ?? metrics.Train).Loss);
        }

        best?.Restore();
        model.eval();
        return history;
    }

    private static Tensor RowsOf(Dataset data, Device device) =>
        tensor(data.Values, [data.Count, data.SampleSize], device: device);

    private LossValues RunEpoch(AutoencoderModel model, optim.Optimizer optimizer, Tensor rows, int epoch, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        model.train();
        var meter = new LossMeter();
        var batches = BatchesOf(rows, epoch);
        for (var step = 1; step <= batches.Length; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            SetLearningRate(optimizer, epoch - 1 + ((step - 1.0) / batches.Length));
            var loss = RunStep(model, optimizer, rows, batches[step - 1], meter);
            if (!double.IsFinite(loss))
                throw Diverged(optimizer, $"epoch {epoch}, step {step}", loss);
            observer?.OnStep(new TrainingProgress(epoch, fit.Epochs, step, batches.Length, loss));
        }

        return meter.Mean();
    }

    // Which rows go into which batch depends on the seed and the epoch alone, not on TorchSharp's generator.
    private Tensor[] BatchesOf(Tensor rows, int epoch)
    {
        var order = SeededShuffle.Permutation((int)rows.shape[0], fit.Seed, stream: (ulong)epoch);
        return tensor(order, dtype: ScalarType.Int64, device: rows.device).split(fit.BatchSize);
    }

    private double RunStep(AutoencoderModel model, optim.Optimizer optimizer, Tensor rows, Tensor indices, LossMeter meter)
    {
        using var scope = NewDisposeScope();
        var x = rows.index_select(0, indices);                  // [batch, features]
        optimizer.zero_grad();
        var terms = objective.Evaluate(model, x);
        terms.Loss.backward();
        if (fit.GradientClip is { } limit)
            nn.utils.clip_grad_norm_(model.parameters(), limit);
        optimizer.step();
        return meter.Add(terms, x.shape[0]);
    }

    private LossValues Validate(AutoencoderModel model, Tensor rows)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        var meter = new LossMeter();
        foreach (var x in rows.split(Math.Max(fit.BatchSize, 512)))
        {
            using var batch = NewDisposeScope();
            meter.Add(objective.Evaluate(model, x), x.shape[0]);
        }

        return meter.Mean();
    }

    private void SetLearningRate(optim.Optimizer optimizer, double progress)
    {
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = fit.LearningRate * learningRates.Factor(progress);
    }

    private static TrainingException Diverged(optim.Optimizer optimizer, string where, double loss) => new(
        $"The loss became {loss} in {where}, at learning rate {optimizer.ParamGroups.First().LearningRate:G4}. " +
        "Lower fit.learning_rate, set fit.gradient_clip (1 is a good start), or check the data for extreme values.");
}
