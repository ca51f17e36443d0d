using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The examples of docs/runtime.md, which contains the body of each method.</summary>
internal static class RuntimeExample
{
    public static void Judge(Autoencoder model, float[] rows)
    {
        model.Detect(rows);                                          // the alarm of the bundle, else the 0.99 quantile
        model.Detect(rows, Threshold.Quantile(0.999));               // a quantile that the bundle lists
        model.Detect(rows, Threshold.FalsePositiveRate(0.02));       // may flag 2 % of normal rows
        model.Detect(rows, Threshold.Value(161));                    // a score
    }

    public static void Draw(Autoencoder model)
    {
        model.Sample(count: 16, seed: 42, temperature: 0.8, truncation: 2);
    }

    public static async Task Watch(Autoencoder model, IAsyncEnumerable<ReadOnlyMemory<float>> rows, CancellationToken stopping)
    {
        await foreach (var verdict in model.DetectAsync(rows, cancellation: stopping))
            if (verdict.IsAnomaly)
                Console.WriteLine(verdict);                          // row 1000003: score 161 > threshold 156
    }

    public static async Task Serve(Autoencoder model, float[] row, CancellationToken requestAborted)
    {
        using var batcher = new Batcher(model, new() { MaxSize = 64, MaxDelay = TimeSpan.Zero });
        var verdict = await batcher.DetectAsync(row, cancellation: requestAborted);
        Console.WriteLine(verdict);
    }
}
