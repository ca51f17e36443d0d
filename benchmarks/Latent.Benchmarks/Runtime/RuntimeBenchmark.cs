using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>
/// Compares every graph of every released bundle between our operations and ONNX Runtime on buffers that are bound once, interleaved.
/// </summary>
internal static class RuntimeBenchmark
{
    private const int CallsForBytes = 20;
    private static readonly int[] Batches = [1, 16, 256];
    private static readonly int[] Threads = [1, 2];

    // Short, so that most blocks end before the system preempts the thread.
    private static readonly TimeSpan Block = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Measures all graphs.</summary>
    /// <param name="models">The folder of bundles.</param>
    /// <param name="time">The measurement time of each graph, batch size and number of threads.</param>
    /// <param name="log">Receives each result.</param>
    public static IReadOnlyList<RuntimeResult> Run(string models, TimeSpan time, Action<string> log)
    {
        // Separate thread pools would spin against each other in interleaved runs.
        SharedThreads.Start(Threads[^1]);
        log($"Graphs by our operations and by RunWithBinding, interleaved, {time.TotalSeconds:0.00} s each: microseconds per call");
        return [..
            from folder in Directory.EnumerateDirectories(models).Order(StringComparer.Ordinal)
            let bundle = Bundle.Open(folder)
            from graph in bundle.Manifest.Graphs.Keys
            from threads in Threads
            from result in Compare(bundle, graph, threads, time, log)
            select result];
    }

    private static List<RuntimeResult> Compare(Bundle bundle, string graph, int threads, TimeSpan time, Action<string> log)
    {
        using var ours = new OurRun(bundle, graph, threads);
        return [.. Batches.Select(rows => Compare(ours, bundle, graph, rows, threads, time, log))];
    }

    private static RuntimeResult Compare(OurRun ours, Bundle bundle, string graph, int rows, int threads, TimeSpan time, Action<string> log)
    {
        var batch = GoldenBatch.Create(bundle, graph, rows);
        var outputs = ours.HasOperation ? batch.Outputs.Take(1) : batch.Outputs;
        using var raw = new BoundRun(bundle.GetPath(bundle.Manifest.Graphs[graph]), OurRun.ThreadsOf(threads), batch.Inputs, outputs);
        var call = ours.Over(batch);
        var (oursTime, rawTime) = Interleaved.Medians(call, raw.Run, Block, time);
        var result = new RuntimeResult(bundle.Manifest.Name, graph, rows, threads, oursTime, rawTime, BytesOf(call));
        log(
            $"  {result.Case,-18} {graph,-12} x{rows,-4} {threads} threads  ours {oursTime,11:F1}  raw {rawTime,11:F1}  ratio " +
            $"{result.Ratio:F3}  {result.BytesPerCall:F0} B");
        return result;
    }

    private static double BytesOf(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < CallsForBytes; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CallsForBytes;
    }
}
