using System.Diagnostics;

namespace Latent.Cli;

/// <summary>Judges how long a run will take by how long its watched part took.</summary>
/// <param name="end">Where the run ends, in epochs.</param>
internal sealed class RunClock(double end)
{
    private readonly Stopwatch watch = new();
    private double begin;

    /// <summary>The time that is left when so many epochs are done; zero at the first call, which only starts the clock.</summary>
    public TimeSpan RemainingAt(double done)
    {
        if (watch.IsRunning)
            return Remaining(watch.Elapsed, begin, done, end);

        begin = done;
        watch.Start();
        return TimeSpan.Zero;
    }

    /// <summary>The rule of three; zero where nothing is done yet.</summary>
    internal static TimeSpan Remaining(TimeSpan elapsed, double begin, double done, double end) =>
        done > begin ? elapsed * ((end - done) / (done - begin)) : TimeSpan.Zero;
}
