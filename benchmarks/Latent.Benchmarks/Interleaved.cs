using System.Diagnostics;

namespace Latent.Benchmarks;

/// <summary>
/// Times two ways of doing the same in turns, so that whatever else the machine does hits both alike: blocks of calls, first
/// one and then the other, the next time the other way round.
/// </summary>
internal static class Interleaved
{
    private const int MinRounds = 6;
    private const int WarmCalls = 20;
    private const double SlowMicroseconds = 1000;

    /// <summary>The microseconds of a call of each: medians of blocks.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="block">How long a block is, one call at least.</param>
    /// <param name="time">How long all blocks are together, <see cref="MinRounds"/> of each at least.</param>
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

    /// <summary>The one in the middle, or the mean of the two there.</summary>
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
