namespace Latent.Runtime;

/// <summary>
/// Puts single requests from many threads into batches, for servers: a row costs less in a batch than alone, above all where
/// a model's weights are larger than the processor's caches. Every verb has a queue and a thread of its own.
/// </summary>
/// <remarks>
/// Requests are answered in the order in which they came. A row is copied when it is handed in. What is wrong with a row is
/// told to its caller before it enters a batch; where a whole batch fails, its rows run again one by one, so that an error
/// reaches the caller whose row it is. A request that is cancelled disturbs no other. Disposing lets the requests that wait
/// finish, and does not dispose the model. Thread-safe. Waiting for an answer holds no thread.
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

    /// <summary>Begins to take requests for a model.</summary>
    /// <param name="model">The model; dispose it after the batcher.</param>
    /// <param name="options">Size and delay of batches. Default: as <see cref="BatcherOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Batcher(Autoencoder model, BatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options = Checked(options ?? new());
        this.model = model;
        var (row, code) = (model.InputSize, model.LatentSize);
        scores = new(new("ScoreAsync", "row", row, 1), options, (rows, results) => model.Score(rows, results), result => result[0]);
        codes = new(new("EncodeAsync", "row", row, code), options, (rows, results) => model.Encode(rows, results), result => result.ToArray());
        reconstructed = new(new("ReconstructAsync", "row", row, row), options, model.Reconstruct, result => result.ToArray());
        decoded = new(new("DecodeAsync", "code", code, row), options, model.Decode, result => result.ToArray());
    }

    /// <summary>Says whether a row is an anomaly.</summary>
    /// <param name="row"><c>[InputSize]</c> raw values.</param>
    /// <param name="threshold">Where anomalies begin. Default: <see cref="Autoencoder.DefaultThreshold"/>.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The verdict, as of row 0.</returns>
    /// <exception cref="InputException">The row is not one row of finite values, or the bundle does not know the threshold.</exception>
    /// <exception cref="QueueFullException">Too many requests wait.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public async Task<Verdict> DetectAsync(ReadOnlyMemory<float> row, Threshold? threshold = null, CancellationToken cancellation = default)
    {
        var limit = model.ScoreOf(threshold);
        return new(0, await scores.Add(row.Span, cancellation, nameof(DetectAsync)).ConfigureAwait(false), limit);
    }

    /// <summary>Scores a row: higher is stranger.</summary>
    /// <param name="row"><c>[InputSize]</c> raw values.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputException">The row is not one row of finite values.</exception>
    /// <exception cref="QueueFullException">Too many requests wait.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public Task<float> ScoreAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default) => scores.Add(row.Span, cancellation);

    /// <summary>Encodes a row. The mean, never a draw.</summary>
    /// <inheritdoc cref="ScoreAsync"/>
    /// <returns><c>[LatentSize]</c> numbers.</returns>
    public Task<float[]> EncodeAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default) => codes.Add(row.Span, cancellation);

    /// <summary>Encodes and decodes a row.</summary>
    /// <inheritdoc cref="ScoreAsync"/>
    /// <returns>The row as the model redraws it, <c>[InputSize]</c>.</returns>
    public Task<float[]> ReconstructAsync(ReadOnlyMemory<float> row, CancellationToken cancellation = default) => reconstructed.Add(row.Span, cancellation);

    /// <summary>Decodes a code.</summary>
    /// <param name="code"><c>[LatentSize]</c> numbers.</param>
    /// <param name="cancellation">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>A row, <c>[InputSize]</c>.</returns>
    /// <exception cref="InputException">The code is not one code of finite values.</exception>
    /// <exception cref="QueueFullException">Too many requests wait.</exception>
    /// <exception cref="ObjectDisposedException">The batcher is disposed.</exception>
    public Task<float[]> DecodeAsync(ReadOnlyMemory<float> code, CancellationToken cancellation = default) => decoded.Add(code.Span, cancellation);

    /// <summary>Takes no more requests, and returns when those that wait are answered.</summary>
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
