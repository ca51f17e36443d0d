using System.Diagnostics;
using Latent.Fitting;

namespace Latent.Benchmarks;

/// <summary>Measures the time between the steps of a training run.</summary>
internal sealed class StepClock : ITrainingObserver
{
    private readonly List<double> milliseconds = [];
    private long last = Stopwatch.GetTimestamp();

    public IReadOnlyList<double> Milliseconds => milliseconds;

    public void OnStep(TrainingProgress progress)
    {
        var now = Stopwatch.GetTimestamp();
        milliseconds.Add(Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
        last = now;
    }

    public void OnEpoch(EpochMetrics metrics)
    {
    }
}
