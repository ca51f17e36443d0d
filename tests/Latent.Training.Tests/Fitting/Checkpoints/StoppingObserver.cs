using Latent.Fitting;

namespace Latent.Training.Tests.Fitting.Checkpoints;

/// <summary>Presses Ctrl-C after a step of an epoch.</summary>
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
