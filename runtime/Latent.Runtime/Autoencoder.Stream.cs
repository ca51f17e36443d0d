namespace Latent.Runtime;

/// <content>Operations on streams of rows.</content>
public sealed partial class Autoencoder
{
    /// <summary>
    /// Decides for each row of a stream whether it is an anomaly. Rows that are available without waiting run as one batch of
    /// at most <see cref="RuntimeOptions.MaxBatch"/>; waiting for a row does not delay the verdicts of earlier rows.
    /// At most one batch is held in memory.
    /// </summary>
    /// <param name="rows">Raw values, one or more rows per item. An item is copied before the next is requested.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="DefaultThreshold"/>.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One verdict per row, in order, rows counted from 0.</returns>
    /// <exception cref="InputException">
    /// The bundle does not list the threshold; thrown immediately. During enumeration: an item is not a whole number of rows, or not
    /// finite.
    /// </exception>
    public IAsyncEnumerable<Verdict> DetectAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> rows, Threshold? threshold = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var limit = Threshold.Value(ScoreOf(threshold));
        return Stream("DetectAsync", rows, (batch, before) =>
        {
            var verdicts = new Verdict[batch.Length / InputSize];
            Detect(batch.Span, verdicts, limit);
            foreach (ref var verdict in verdicts.AsSpan())
                verdict = verdict with { Row = before + verdict.Row };
            return verdicts;
        }, cancellation);
    }

    /// <summary>Encodes the rows of a stream, in batches as <see cref="DetectAsync"/>. Yields the mean, never a sample.</summary>
    /// <param name="rows">Raw values, one or more rows per item. An item is copied before the next is requested.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One code per row, <c>[LatentSize]</c>, in order.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<float>> EncodeAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> rows,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Stream("EncodeAsync", rows, (batch, _) => Rows(Encode(batch.Span).Mean, LatentSize), cancellation);
    }

    /// <summary>Encodes and decodes the rows of a stream, in batches as <see cref="DetectAsync"/>.</summary>
    /// <param name="rows">Raw values, one or more rows per item. An item is copied before the next is requested.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One reconstruction per row, <c>[InputSize]</c>, in order.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<float>> ReconstructAsync(
        IAsyncEnumerable<ReadOnlyMemory<float>> rows,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Stream("ReconstructAsync", rows, (batch, _) => Rows(Reconstruct(batch.Span), InputSize), cancellation);
    }

    // Limits the batch to the maximum length of an array.
    private IAsyncEnumerable<T> Stream<T>(
        string operation,
        IAsyncEnumerable<ReadOnlyMemory<float>> rows,
        Func<ReadOnlyMemory<float>, long, T[]> run,
        CancellationToken cancellation)
    {
        var maxRows = Math.Min(options.MaxBatch, Math.Max(1, Array.MaxLength / Math.Max(InputSize, LatentSize)));
        return RowStream.Run(rows, () => new(InputSize, maxRows, operation), run, cancellation);
    }

    private static ReadOnlyMemory<float>[] Rows(float[] values, int width)
    {
        var rows = new ReadOnlyMemory<float>[values.Length / width];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = values.AsMemory(row * width, width);
        return rows;
    }
}
