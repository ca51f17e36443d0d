using System.Diagnostics;

namespace Latent.Cli;

/// <summary>Estimates the remaining time of a run from its observed part.</summary>
/// <param name="end">The end of the run, in epochs.</param>
internal sealed class RunClock(double end)
{
    private readonly Stopwatch watch = new();
    private double begin;

    /// <summary>Returns the remaining time after this many epochs; zero at the first call, which only starts the clock.</summary>
    public TimeSpan RemainingAt(double done)
    {
        if (watch.IsRunning)
            return Remaining(watch.Elapsed, begin, done, end);

        begin = done;
        watch.Start();
        return TimeSpan.Zero;
    }

    /// <summary>Extrapolates the elapsed time linearly; zero if no progress was observed.</summary>
    internal static TimeSpan Remaining(TimeSpan elapsed, double begin, double done, double end) =>
        done > begin ? elapsed * ((end - done) / (done - begin)) : TimeSpan.Zero;
}
