namespace Latent.Fitting;

/// <summary>Receives the progress of a training run.</summary>
public interface ITrainingObserver
{
    /// <summary>Runs after each step. It is called often and should return quickly.</summary>
    void OnStep(TrainingProgress progress)
    {
    }

    /// <summary>Runs after each epoch and its validation.</summary>
    void OnEpoch(EpochMetrics metrics)
    {
    }
}
