using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>Everything that changes while a model is fitted: what a checkpoint has to hold for a run to go on as if it had never stopped.</summary>
internal sealed class FitState : IDisposable
{
    /// <summary>The state before the first step.</summary>
    public FitState(ITrainableModel trainable, TrainerOptions fit)
    {
        Epochs = fit.Epochs;
        Trainable = trainable;
        Optimizer = Optimizer.Create(fit, Model.parameters());
        Average = fit.Ema is { } decay ? new ExponentialMovingAverage(Model, decay) : null;
        Best = fit.EarlyStopping is { } stopping ? new BestWeights(Model, stopping.Patience, stopping.MinDelta) : null;
    }

    /// <summary>What is fitted.</summary>
    public ITrainableModel Trainable { get; }

    /// <summary>Its weights.</summary>
    public Module Model => Trainable.Module;

    /// <summary>The optimizer, with what it remembers of each weight.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The average of the weights; null where the recipe asks for none.</summary>
    public ExponentialMovingAverage? Average { get; }

    /// <summary>The best weights so far; null without early stopping.</summary>
    public BestWeights? Best { get; }

    /// <summary>What the finished epochs measured.</summary>
    public List<EpochMetrics> History { get; } = [];

    /// <summary>The epoch under way, from 1; one more than the recipe's number after the last.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>The steps of this epoch that are done.</summary>
    public int Step { get; set; }

    /// <summary>How long they took.</summary>
    public double Seconds { get; set; }

    /// <summary>Their losses.</summary>
    public LossMeter Losses { get; set; } = new(LossSums.None);

    /// <summary>The number of epochs.</summary>
    public int Epochs { get; }

    /// <summary>Whether a step is done.</summary>
    public bool HasBegun => Epoch > 1 || Step > 0;

    /// <summary>Whether the last epoch is done, or early stopping has waited long enough.</summary>
    public bool IsDone => Epoch > Epochs || Best is { IsOver: true };

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate => Optimizer.LearningRate;

    /// <summary>Closes the epoch under way.</summary>
    public void EndEpoch(EpochMetrics metrics)
    {
        History.Add(metrics);
        Trainable.EndEpoch();
        Epoch++;
        Step = 0;
        Seconds = 0;
        Losses = new LossMeter(LossSums.None);

        if (Trainable.IsGrowing)
            return;
        using (Average?.Lend())
            Best?.Observe((metrics.Validation ?? metrics.Train).Loss);
    }

    /// <summary>Puts the weights to be used into the model: the best, else the average, else those of the last step.</summary>
    public void ApplyFinalWeights()
    {
        if (Best is { Kept.IsEmpty: false })
            Best.Restore();
        else if (Average is { Weights.IsEmpty: false })
            Average.Settle();
    }

    /// <summary>Frees what belongs to the run; the model stays.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Average?.Dispose();
        Best?.Dispose();
    }
}
