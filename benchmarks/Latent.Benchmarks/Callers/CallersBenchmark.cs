using System.Diagnostics;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>Measures throughput and latency of one model called from several threads at once, with one row per call.</summary>
internal static class CallersBenchmark
{
    private const int Rounds = 5;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Models = ["mnist-dense", "mnist-vae", "mnist-conv-vae"];
    private static readonly int[] Callers = [1, 2, 4, 8];

    /// <summary>Measures every model with every number of callers.</summary>
    /// <param name="models">The folder of bundles.</param>
    /// <param name="log">Receives each result.</param>
    public static IReadOnlyList<CallersResult> Run(string models, Action<string> log)
    {
        log(
            $"Threads calling one model, one row per call, {Rounds} rounds of {RoundTime.TotalSeconds:0.0} s: "
            + "verdicts per second and latencies");
        return [.. from name in Models from callers in Callers select Measure(Path.Combine(models, name), callers, log)];
    }

    private static CallersResult Measure(string folder, int callers, Action<string> log)
    {
        using var model = Autoencoder.Load(folder);
        RunRound(model, callers);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => RunRound(model, callers)).ToList();
        var sorted = rounds.SelectMany(times => times).Order().ToArray();
        var result = new CallersResult(
            Path.GetFileName(folder), callers, Interleaved.Median(rounds.Select(times => times.Count
                / RoundTime.TotalSeconds)), sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
        log(
            $"  {result.Case,-15} {callers} callers  {result.RowsPerSecond,8:N0} per second   "
            + $"median {result.Percentile50,7:F1} us, 99th percentile {result.Percentile99,8:F1} us");
        return result;
    }

    private static List<double> RunRound(Autoencoder model, int callers)
    {
        var times = Enumerable.Range(0, callers).Select(_ => new List<double>(1 << 16)).ToArray();
        var threads = times.Select(own => new Thread(() => Call(model, own))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. times.SelectMany(own => own)];
    }

    private static void Call(Autoencoder model, List<double> times)
    {
        var (row, verdict) = (new float[model.InputSize], new Verdict[1]);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < RoundTime)
        {
            var start = Stopwatch.GetTimestamp();
            model.Detect(row, verdict);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }
}
