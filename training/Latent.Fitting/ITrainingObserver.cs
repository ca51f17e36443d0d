namespace Latent.Fitting;

/// <summary>Is told how a run goes.</summary>
public interface ITrainingObserver
{
    /// <summary>A step is done. Called often: keep it short.</summary>
    void OnStep(TrainingProgress progress);

    /// <summary>An epoch and its validation are done.</summary>
    void OnEpoch(EpochMetrics metrics);
}
