using System.Diagnostics;

namespace Latent.Benchmarks;

/// <summary>
/// Times two implementations in interleaved blocks of calls, so that other load on the machine affects both equally; the order of
/// the two alternates between rounds.
/// </summary>
internal static class Interleaved
{
    private const int MinRounds = 6;
    private const int WarmCalls = 20;

    // Slower calls are warmed up once instead of twice WarmCalls times.
    private const double SlowMicroseconds = 1000;

    /// <summary>Returns the microseconds per call of each implementation: medians over blocks.</summary>
    /// <param name="first">The first implementation.</param>
    /// <param name="second">The second implementation.</param>
    /// <param name="block">The duration of a block, with at least one call.</param>
    /// <param name="time">The total duration of all blocks, with at least <see cref="MinRounds"/> blocks of each implementation.</param>
    public static (double First, double Second) Medians(Action first, Action second, TimeSpan block, TimeSpan time)
    {
        var calls = Math.Max(1, (int)(block.TotalMicroseconds / Math.Max(Warm(first), Warm(second))));
        List<double> firsts = [], seconds = [];
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < MinRounds || Stopwatch.GetElapsedTime(began) < time; round++)
        {
            if (round % 2 == 0)
                firsts.Add(Block(first, calls));
            seconds.Add(Block(second, calls));
            if (round % 2 == 1)
                firsts.Add(Block(first, calls));
        }

        return (Median(firsts), Median(seconds));
    }

    /// <summary>Returns the median.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    private static double Warm(Action call)
    {
        var once = Block(call, 1);
        return once > SlowMicroseconds ? Block(call, 1) : Math.Min(Block(call, WarmCalls), Block(call, WarmCalls));
    }

    private static double Block(Action call, int calls)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / calls;
    }
}
