using System.Diagnostics;

namespace Latent.Benchmarks;

/// <summary>
/// Times two ways of doing the same in turns, so that whatever else the machine does hits both alike: blocks of calls, first
/// one and then the other, the next time the other way round.
/// </summary>
internal static class Interleaved
{
    private const int FewestRounds = 9;
    private static readonly TimeSpan BlockTime = TimeSpan.FromMilliseconds(2);

    /// <summary>The microseconds of a call of each: medians of the blocks of a given time in all.</summary>
    public static (double First, double Second) Medians(Action first, Action second, TimeSpan time)
    {
        var calls = Math.Max(1, (int)(BlockTime.TotalMicroseconds / Math.Max(Warm(first), Warm(second))));
        List<double> firsts = [], seconds = [];
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < FewestRounds || Stopwatch.GetElapsedTime(began) < time; round++)
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
        Block(call, 3);
        return Block(call, 3);
    }

    private static double Block(Action call, int calls)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / calls;
    }
}
