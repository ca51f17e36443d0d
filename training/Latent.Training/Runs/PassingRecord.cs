using Latent.Training.Fitting;
using Latent.Training.Fitting.Checkpoints;

namespace Latent.Training.Runs;

/// <summary>Remembers nothing of a run, and tells the next observer.</summary>
/// <param name="next">Is told of the run; nobody where null.</param>
internal sealed class PassingRecord(ITrainingObserver? next) : IRunRecord
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
