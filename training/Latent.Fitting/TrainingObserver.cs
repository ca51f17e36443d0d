namespace Latent.Fitting;

/// <summary>Makes observers from functions.</summary>
public static class TrainingObserver
{
    /// <summary>An observer that calls a function after each epoch and its validation.</summary>
    /// <param name="action">Receives the metrics of the epoch.</param>
    public static ITrainingObserver OnEpoch(Action<EpochMetrics> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new EpochObserver(action);
    }

    private sealed class EpochObserver(Action<EpochMetrics> action) : ITrainingObserver
    {
        public void OnEpoch(EpochMetrics metrics) => action(metrics);
    }
}
