using System.Diagnostics;
using Latent.Training.Fitting;

namespace Latent.Benchmarks;

/// <summary>Takes the time between the steps of a training run.</summary>
internal sealed class StepClock : ITrainingObserver
{
    private readonly List<double> _milliseconds = [];
    private long _last = Stopwatch.GetTimestamp();

    public IReadOnlyList<double> Milliseconds => _milliseconds;

    public void OnStep(TrainingProgress progress)
    {
        var now = Stopwatch.GetTimestamp();
        _milliseconds.Add(Stopwatch.GetElapsedTime(_last, now).TotalMilliseconds);
        _last = now;
    }

    public void OnEpoch(EpochMetrics metrics)
    {
    }
}
