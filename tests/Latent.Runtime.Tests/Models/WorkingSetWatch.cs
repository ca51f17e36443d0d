namespace Latent.Runtime.Tests.Models;

/// <summary>Measures the growth of the working set during an action, regardless of earlier peaks.</summary>
internal static class WorkingSetWatch
{
    public static long GrowthDuring(Action action)
    {
        GC.Collect();
        var before = Environment.WorkingSet;
        var peak = before;
        using var done = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!done.Wait(TimeSpan.FromMilliseconds(1)))
                peak = Math.Max(peak, Environment.WorkingSet);
        });
        watch.Start();
        try
        {
            action();
        }
        finally
        {
            done.Set();
            watch.Join();
        }
        return Math.Max(peak, Environment.WorkingSet) - before;
    }
}
