namespace Latent.Training.Fitting.Checkpoints;

/// <summary>A run record without state that forwards all notifications.</summary>
/// <param name="next">The observer that receives the notifications, or null.</param>
internal sealed class PlainRecord(ITrainingObserver? next) : IRunRecord
{
    /// <inheritdoc/>
    public void OnStep(TrainingProgress progress) => next?.OnStep(progress);

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics) => next?.OnEpoch(metrics);

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
    }
}
