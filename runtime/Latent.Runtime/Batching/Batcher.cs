namespace Latent.Runtime;

/// <summary>
/// Combines single requests from many threads into batches, for servers: a row costs less in a batch than alone, especially if
/// the model's weights exceed the CPU caches. Every operation has its own queue and thread.
/// </summary>
/// <remarks>
/// Requests complete in arrival order. A row is copied when it is submitted. Invalid rows are rejected before they enter a
/// batch; if a whole batch fails, its rows run again one by one, so that an error reaches only the caller of the failing row.
/// Cancelling a request does not affect others. Disposing lets waiting requests finish and does not dispose the model.
/// Thread-safe. Awaiting a result does not block a thread.
/// </remarks>
/// <example>
/// <code>
/// using var batcher = new Batcher(model);
/// app.MapPost("/detect", async (float[] row, CancellationToken gone) =&gt; await batcher.DetectAsync(row, cancellation: gone));
/// </code>
/// </example>
public sealed class Batcher : IDisposable
{
    private readonly Autoencoder model;
    private readonly BatchLane<float> scores;
    private readonly BatchLane<float[]> codes;
    private readonly BatchLane<float[]> reconstructed;
    private readonly BatchLane<float[]> decoded;

    /// <summary>Creates a batcher for a model.</summary>
    /// <param name="model">The model; dispose it after the batcher.</param>
    /// <param name="options">Batch size and delay. Default: as <see cref="BatcherOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Batcher(Autoencoder model, BatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options = Checked(options ?? new());
        this.model = model;
        var (row, code) = (model.InputSize, model.LatentSize);
        scores = new(new("ScoreAsync", "row", row, 1), options, (rows, results) => model.Score(rows, results), result => result[0]);
        codes = new(
            new("EncodeAsync", "row", row, code),
            options,
            (rows, results) => model.Encode(rows, results),
            result => result.ToArray());
        reconstructed = new(new("ReconstructAsync", "row", row, row), options, model.Reconstruct, result => result.ToArray());
        decoded = new(new("DecodeAsync", "code", code, row), options, model.Decode, result => result.ToArray());
    }

    /// <summary>Decides whether a row is an anomaly.</summary>
    /// <param name="row"><c>[InputSize]</c> raw values.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="Autoencoder.DefaultThreshold"/>.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The verdict, with row index 0.</returns>
    /// <exception cref="InputException">The row is not one row of finite values, or the bundle does not list the threshold.</exception>
    /// <exception cref="QueueFullException">Too many requests are waiting.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public async Task<Verdict> DetectAsync(ReadOnlyMemory<float> row, Threshold? threshold = null, CancellationToken cancellation = default)
    {
        var limit = model.ScoreOf(threshold);
        return new(0, await scores.Add(row.Span, cancellation, nameof(DetectAsync)).ConfigureAwait(false), limit);
    }

    /// <summary>Scores a row: higher is more anomalous.</summary>
    /// <param name="row"><c>[InputSize]</c> raw values.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The row is not one row of finite values.</exception>
    /// <exception cref="QueueFullException">Too many requests are waiting.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public Task<float> ScoreAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default)
        => scores.Add(row.Span, cancellation);

    /// <summary>Encodes a row. Returns the mean, never a sample.</summary>
    /// <inheritdoc cref="ScoreAsync"/>
    /// <returns>The code, <c>[LatentSize]</c>.</returns>
    public Task<float[]> EncodeAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default)
        => codes.Add(row.Span, cancellation);

    /// <summary>Encodes and decodes a row.</summary>
    /// <inheritdoc cref="ScoreAsync"/>
    /// <returns>The reconstruction, <c>[InputSize]</c>.</returns>
    public Task<float[]> ReconstructAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default)
        => reconstructed.Add(row.Span, cancellation);

    /// <summary>Decodes a code.</summary>
    /// <param name="code"><c>[LatentSize]</c> values.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>A row, <c>[InputSize]</c>.</returns>
    /// <exception cref="InputException">The code is not one code of finite values.</exception>
    /// <exception cref="QueueFullException">Too many requests are waiting.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public Task<float[]> DecodeAsync(ReadOnlyMemory<float> code, CancellationToken cancellation = default)
        => decoded.Add(code.Span, cancellation);

    /// <summary>Rejects further requests and returns when the waiting ones are complete.</summary>
    public void Dispose()
    {
        scores.Close();
        codes.Close();
        reconstructed.Close();
        decoded.Close();
        scores.Join();
        codes.Join();
        reconstructed.Join();
        decoded.Join();
    }

    private static BatcherOptions Checked(BatcherOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWaiting, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxDelay, TimeSpan.FromMinutes(1));
        return options;
    }
}
