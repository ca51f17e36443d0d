namespace Latent.Fitting;

/// <summary>Passes on how a run goes, and remembers nothing.</summary>
/// <param name="next">Is told of the run; nobody where null.</param>
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
