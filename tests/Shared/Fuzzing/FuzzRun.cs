using System.Diagnostics;

namespace Latent.Tests.Fuzzing;

/// <summary>
/// Feeds damaged bytes to a reader, one seed per case, and fails unless the reader succeeds or throws a documented exception: another
/// exception, an endless message, or a case that takes too long or too much memory is a failure.
/// </summary>
public static class FuzzRun
{
    private const int MaxMessageLength = 4000;
    private const long MaxMemoryPerCase = 8 << 20;
    private static readonly TimeSpan MaxTimePerCase = TimeSpan.FromSeconds(10);

    /// <summary>Runs cases 0 to <paramref name="cases"/> - 1.</summary>
    /// <param name="cases">The number of cases.</param>
    /// <param name="original">The bytes to damage.</param>
    /// <param name="mutate">Returns a damaged copy.</param>
    /// <param name="read">Reads the damaged bytes.</param>
    /// <param name="isTyped">Whether an exception is one that the reader documents.</param>
    /// <returns>The number of cases that the reader rejected.</returns>
    public static int Run(
        int cases,
        byte[] original,
        Func<byte[], Random, byte[]> mutate,
        Action<byte[]> read,
        Func<Exception, bool> isTyped)
    {
        var (current, began, rejected, failure) = (0, Stopwatch.GetTimestamp(), 0, (string?)null);
        var worker = new Thread(() =>
        {
            for (var i = 0; i < cases && failure is null; i++)
            {
                (current, began) = (i, Stopwatch.GetTimestamp());
                failure = Case(i, mutate(original, new Random(i)), read, isTyped, ref rejected);
            }
        })
        { IsBackground = true };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(100)))
            Assert.True(
                Stopwatch.GetElapsedTime(Volatile.Read(ref began)) < MaxTimePerCase,
                $"case {current} has run for {MaxTimePerCase.TotalSeconds} s");
        Assert.True(failure is null, failure);
        return rejected;
    }

    private static string? Case(int number, byte[] bytes, Action<byte[]> read, Func<Exception, bool> isTyped, ref int rejected)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(bytes);
        }
        catch (Exception exception)
        {
            rejected++;
            if (!isTyped(exception) || exception.Message.Length > MaxMessageLength)
                return $"case {number}: {exception}"[..Math.Min(MaxMessageLength, $"case {number}: {exception}".Length)];
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        return taken <= MaxMemoryPerCase ? null : $"case {number} took {taken:N0} bytes of memory for {bytes.Length:N0} bytes";
    }
}
