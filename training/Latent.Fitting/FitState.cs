using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>
/// The complete state of a fit, which a checkpoint stores so that a resumed run gives the same result as an uninterrupted one.
/// </summary>
internal sealed class FitState : IDisposable
{
    /// <summary>Creates the state before the first step.</summary>
    public FitState(ITrainableModel trainable, TrainerOptions fit)
    {
        Epochs = fit.Epochs;
        Trainable = trainable;
        Optimizer = Optimizer.Create(fit, Model.parameters());
        Average = fit.Ema is { } decay ? new ExponentialMovingAverage(Model, decay) : null;
        Best = fit.EarlyStopping is { } stopping ? new BestWeights(Model, stopping.Patience, stopping.MinDelta) : null;
    }

    /// <summary>The model to fit, with its loss.</summary>
    public ITrainableModel Trainable { get; }

    /// <summary>The module with the weights.</summary>
    public Module Model => Trainable.Module;

    /// <summary>The optimizer, with its state per weight.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The moving average of the weights; null without averaging.</summary>
    public ExponentialMovingAverage? Average { get; }

    /// <summary>The best weights so far; null without early stopping.</summary>
    public BestWeights? Best { get; }

    /// <summary>The metrics of the completed epochs.</summary>
    public List<EpochMetrics> History { get; } = [];

    /// <summary>The current epoch, from 1; the number of epochs plus 1 after the last epoch.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>The number of completed steps in the current epoch.</summary>
    public int Step { get; set; }

    /// <summary>The duration of these steps, in seconds.</summary>
    public double Seconds { get; set; }

    /// <summary>The losses of these steps.</summary>
    public LossMeter Losses { get; set; } = new(LossMeter.State.None);

    /// <summary>The number of epochs.</summary>
    public int Epochs { get; }

    /// <summary>Whether at least one step is complete.</summary>
    public bool HasBegun => Epoch > 1 || Step > 0;

    /// <summary>Whether the last epoch is complete or early stopping has ended the run.</summary>
    public bool IsDone => Epoch > Epochs || Best is { IsOver: true };

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate => Optimizer.LearningRate;

    /// <summary>Ends the current epoch.</summary>
    public void EndEpoch(EpochMetrics metrics)
    {
        History.Add(metrics);
        Trainable.EndEpoch();
        Epoch++;
        Step = 0;
        Seconds = 0;
        Losses = new LossMeter(LossMeter.State.None);

        if (Trainable.IsGrowing)
            return;
        using (Average?.Lend())
            Best?.Observe((metrics.Validation ?? metrics.Train).Loss);
    }

    /// <summary>
    /// Copies the final weights into the model: the best ones if kept, otherwise the average, otherwise those of the last step.
    /// </summary>
    public void ApplyFinalWeights()
    {
        if (Best is { Kept.IsEmpty: false })
            Best.Restore();
        else if (Average is { Weights.IsEmpty: false })
            Average.CopyToModel();
    }

    /// <summary>Frees the state of the run, except the model.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Average?.Dispose();
        Best?.Dispose();
    }
}
