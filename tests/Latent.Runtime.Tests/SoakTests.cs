using System.Diagnostics;
using Latent.Runtime.Tests.Models;
using Latent.Tests;
using Latent.Tests.Fuzzing;

namespace Latent.Runtime.Tests;

/// <summary>Many calls from many threads: the results equal those of one thread, and memory does not grow.</summary>
// Measures the memory of the process, so it must run alone.
[Collection(nameof(AloneCollection))]
public sealed class SoakTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Threads = 16;
    private const int Mebibyte = 1 << 20;

    // The allocator keeps pages of models that sixteen threads load and dispose, for the next models.
    private const long MaxGrowthWhileLoading = 32L * Mebibyte;
    private const long MaxGrowthOfCalls = 5L * Mebibyte;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(LongRun.IsAsked ? 60 : 5);

    [Fact]
    public void Operations_SixteenThreadsLoadingAndDisposing_GiveTheSerialResultsAndLeakNothing()
    {
        var folder = Repository.At("models", "mnist-vae");
        using var model = Autoencoder.Load(folder);
        using var batcher = new Batcher(model);
        var work = new OperationMix(folder, model, batcher);
        RunFor(TimeSpan.FromSeconds(2), work);
        var (managed, workingSet) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);

        var calls = RunFor(Duration, work);

        var (managedGrowth, growth) = (GC.GetTotalMemory(forceFullCollection: true) - managed, Environment.WorkingSet - workingSet);
        output.WriteLine($"{calls:N0} calls, managed memory grew by {managedGrowth:N0} bytes, the working set by {growth:N0}");
        Assert.InRange(managedGrowth, long.MinValue, Mebibyte);
        Assert.InRange(growth, long.MinValue, MaxGrowthWhileLoading);
    }

    [Fact]
    public void SpanOperations_AMillionCalls_GrowMemoryByLessThanFiveMebibytes()
    {
        var tiny = new TinyModel(variational: true);
        using var files = new TemporaryModel(tiny);
        using var model = files.Load();
        var calls = LongRun.Cases(100_000);
        CallAll(model, tiny, 10_000);
        var (managed, workingSet) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);

        CallAll(model, tiny, calls);

        var (managedGrowth, growth) = (GC.GetTotalMemory(forceFullCollection: true) - managed, Environment.WorkingSet - workingSet);
        output.WriteLine($"{calls:N0} calls, managed memory grew by {managedGrowth:N0} bytes, the working set by {growth:N0}");
        Assert.InRange(managedGrowth, long.MinValue, MaxGrowthOfCalls);
        Assert.InRange(growth, long.MinValue, MaxGrowthOfCalls);
    }

    private static long RunFor(TimeSpan duration, OperationMix work)
    {
        var began = Stopwatch.GetTimestamp();
        var calls = 0L;
        var failures = new Exception?[Threads];
        var threads = Enumerable.Range(0, Threads).Select(index => new Thread(() => failures[index] = Record.Exception(() =>
        {
            var random = new Random(index);
            while (Stopwatch.GetElapsedTime(began) < duration)
            {
                work.One(random);
                Interlocked.Increment(ref calls);
            }
        }))).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.All(failures, Assert.Null);
        return calls;
    }

    // Batches of varying sizes and offsets, cycling through the operations.
    private static void CallAll(Autoencoder model, TinyModel tiny, int calls)
    {
        var rows = tiny.Rows(64);
        var (codes, reconstructed, scores, verdicts) = (new float[64 * 2], new float[rows.Length], new float[64], new Verdict[64]);
        for (var call = 0; call < calls; call++)
        {
            var count = 1 + (call / 5 % 32);
            var input = rows.AsSpan(call % 32 * 6, count * 6);
            switch (call % 5)
            {
                case 0:
                    model.Encode(input, codes.AsSpan(0, count * 2));
                    break;
                case 1:
                    model.Reconstruct(input, reconstructed.AsSpan(0, count * 6));
                    break;
                case 2:
                    model.Score(input, scores.AsSpan(0, count));
                    break;
                case 3:
                    model.Detect(input, verdicts.AsSpan(0, count));
                    break;
                default:
                    model.Sample(reconstructed.AsSpan(0, count * 6), seed: call, truncation: 1.5);
                    break;
            }
        }
    }
}
