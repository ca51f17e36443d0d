using System.Diagnostics;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>
/// Compares concurrent single-row requests with and without a batcher, in interleaved rounds. The callers form a closed loop, as on
/// a server: each sends its next request after the response to the previous one.
/// </summary>
internal static class BatcherBenchmark
{
    private const int Rounds = 7;
    private const int DataRows = 256;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(400);
    private static readonly string[] Models = ["mnist-vae", "mnist-dense", "mnist-conv-vae", "mnist-attention"];
    private static readonly int[] Callers = [1, 4, 16, 64];

    /// <summary>Measures every model with every number of callers.</summary>
    /// <param name="models">The folder of bundles.</param>
    /// <param name="log">Receives each result.</param>
    public static IReadOnlyList<BatcherResult> Run(string models, Action<string> log)
    {
        log(
            $"Single-row requests, {Rounds} interleaved rounds of {RoundTime.TotalSeconds:0.0} s each: "
            + "verdicts per second, without and with a batcher:");
        return [.. from name in Models from callers in Callers select Compare(Path.Combine(models, name), callers, log)];
    }

    private static BatcherResult Compare(string folder, int callers, Action<string> log)
    {
        using var model = Autoencoder.Load(folder);
        using var batcher = new Batcher(model);
        var rows = Rows(model.InputSize);
        List<Round> alone = [], batched = [];
        for (var round = -1; round < Rounds; round++)
        {
            var (first, second) = (
                RunRound(callers, rows, row => Task.FromResult(model.Detect(row.Span)[0])),
                RunRound(callers, rows, row => batcher.DetectAsync(row)));
            if (round < 0)
                continue;
            alone.Add(first);
            batched.Add(second);
        }

        var result = new BatcherResult(
            $"{Path.GetFileName(folder)}, {callers} {(callers == 1 ? "caller" : "callers")}", Median(
                alone,
                round => round.RowsPerSecond), Median(batched, round => round.RowsPerSecond),
            Median(alone, round => round.Percentile99), Median(batched, round => round.Percentile99));
        log(
            $"  {result.Case,-28} alone {result.Alone,9:N0}   batched {result.Batched,9:N0}   ratio {result.Ratio:F2}   "
            + $"99th percentile {result.AloneP99,7:N0} and {result.BatchedP99,7:N0} us");
        return result;
    }

    private static Round RunRound(int callers, ReadOnlyMemory<float>[] rows, Func<ReadOnlyMemory<float>, Task<Verdict>> detect)
    {
        var began = Stopwatch.GetTimestamp();
        var times = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller, rows, detect, began))))
            .GetAwaiter()
            .GetResult();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var sorted = times.SelectMany(own => own).Order().ToArray();
        return new(sorted.Length / seconds, sorted[(int)(sorted.Length * 0.99)]);
    }

    private static async Task<List<double>> Call(
        int caller,
        ReadOnlyMemory<float>[] rows,
        Func<ReadOnlyMemory<float>, Task<Verdict>> detect,
        long began)
    {
        var times = new List<double>();
        for (var turn = caller; Stopwatch.GetElapsedTime(began) < RoundTime; turn++)
        {
            var start = Stopwatch.GetTimestamp();

            // Requests of a server wait for a pool thread, too; without this, synchronous calls would keep theirs.
            await Task.Yield();
            await detect(rows[turn % rows.Length]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return times;
    }

    private static ReadOnlyMemory<float>[] Rows(int size)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(0, DataRows)
                .Select(_ => new ReadOnlyMemory<float>([.. Enumerable.Range(0, size).Select(_ => random.NextSingle())])),
        ];
    }

    private static double Median(IEnumerable<Round> rounds, Func<Round, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private readonly record struct Round(double RowsPerSecond, double Percentile99);
}
