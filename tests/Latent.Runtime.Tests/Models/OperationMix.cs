namespace Latent.Runtime.Tests.Models;

/// <summary>All operations of a variational image model, with their single-threaded results as expected values.</summary>
internal sealed class OperationMix
{
    private const int Rows = 5;
    private const long Seed = 7;

    // Relative, for scores in the hundreds: the summation order depends on the batch.
    private const float Tolerance = 1e-4f;

    private readonly string folder;
    private readonly Autoencoder model;
    private readonly float[] rows;
    private readonly (Func<Autoencoder, float[]> Call, float[] Expected)[] operations;

    public OperationMix(string folder, Autoencoder model, Batcher batcher)
    {
        (this.folder, this.model) = (folder, model);
        rows = model.Sample(Rows, Seed);
        var codes = model.Encode(rows).Mean;
        var first = rows[..model.InputSize];
        Func<Autoencoder, float[]>[] calls =
        [
            used => used.Encode(rows).Mean,
            used => used.Encode(rows).LogVariance!,
            used => used.Decode(codes),
            used => used.Reconstruct(rows),
            used => used.Score(rows).Values,
            used => [.. used.Detect(rows).Select(verdict => verdict.Score)],
            used => [.. used.Explain(rows).Select(explanation => (float)explanation.Contributions[0].Share)],
            used => used.HeatMap(rows),
            used => used.Sample(Rows, Seed, temperature: 0.8, truncation: 2),
            used => used.SamplePosterior(rows, Seed),
            used => used.Interpolate(first, rows.AsSpan(model.InputSize, model.InputSize), 4, InterpolationKind.Spherical),
            Streamed,
            _ => [batcher.ScoreAsync(first).GetAwaiter().GetResult()],
            _ => batcher.EncodeAsync(first).GetAwaiter().GetResult(),
        ];
        operations = [.. calls.Select(call => (call, call(model)))];
    }

    /// <summary>Runs one random operation; occasionally on a newly loaded model.</summary>
    public void One(Random random)
    {
        var (call, expected) = operations[random.Next(operations.Length)];
        if (random.Next(64) > 0)
        {
            Check(expected, call(model));
            return;
        }

        using var own = Autoencoder.Load(folder);
        Check(expected, call(own));
    }

    private float[] Streamed(Autoencoder used)
    {
        var scores = new List<float>();
        foreach (var verdict in used.DetectAsync(
            rows.Chunk(used.InputSize).Select(row => new ReadOnlyMemory<float>(row)).ToAsyncEnumerable()).ToBlockingEnumerable())
            scores.Add(verdict.Score);
        return [.. scores];
    }

    private static void Check(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(
                MathF.Abs(expected[i] - actual[i]) <= Tolerance * MathF.Max(1, MathF.Abs(expected[i])),
                $"value {i}: expected {expected[i]}, received {actual[i]}");
    }
}
