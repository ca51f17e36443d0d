using Latent.Fitting;

namespace Latent.Training.Tests.Fitting.Checkpoints;

/// <summary>Cancels the run after a given step of an epoch, as Ctrl-C does.</summary>
internal sealed class StoppingObserver(int epoch, int step) : ITrainingObserver, IDisposable
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    public void OnStep(TrainingProgress progress)
    {
        if (progress.Epoch == epoch && progress.Step == step)
            source.Cancel();
    }

    public void OnEpoch(EpochMetrics metrics)
    {
    }

    public void Dispose() => source.Dispose();
}
