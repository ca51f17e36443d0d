namespace Latent.Runtime;

/// <content>Verbs over rows that come one after the other.</content>
public sealed partial class Autoencoder
{
    /// <summary>
    /// Says of each row of a stream whether it is an anomaly. Rows that are there without waiting go through the graph
    /// together, <see cref="RuntimeOptions.MaxBatch"/> at most; a row that has to be waited for delays no verdict before it.
    /// No more than one batch is held.
    /// </summary>
    /// <param name="rows">Raw values, one row or more an item. An item is copied before the next is asked for.</param>
    /// <param name="threshold">Where anomalies begin. Default: <see cref="DefaultThreshold"/>.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One verdict a row, in order, rows counted from 0.</returns>
    /// <exception cref="InputException">The bundle does not know the threshold; thrown at once. While it runs: an item is no whole row, or not finite.</exception>
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

    /// <summary>Encodes the rows of a stream, in batches as <see cref="DetectAsync"/>. The mean, never a draw.</summary>
    /// <param name="rows">Raw values, one row or more an item. An item is copied before the next is asked for.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One code a row, <c>[LatentSize]</c>, in order.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<float>> EncodeAsync(IAsyncEnumerable<ReadOnlyMemory<float>> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Stream("EncodeAsync", rows, (batch, _) => Rows(Encode(batch.Span).Mean, LatentSize), cancellation);
    }

    /// <summary>Encodes and decodes the rows of a stream, in batches as <see cref="DetectAsync"/>.</summary>
    /// <param name="rows">Raw values, one row or more an item. An item is copied before the next is asked for.</param>
    /// <param name="cancellation">Ends the stream with <see cref="OperationCanceledException"/>.</param>
    /// <returns>Each row as the model redraws it, <c>[InputSize]</c>, in order.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<float>> ReconstructAsync(IAsyncEnumerable<ReadOnlyMemory<float>> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Stream("ReconstructAsync", rows, (batch, _) => Rows(Reconstruct(batch.Span), InputSize), cancellation);
    }

    // A batch that no array can hold is cut to one that can.
    private IAsyncEnumerable<T> Stream<T>(
        string operation, IAsyncEnumerable<ReadOnlyMemory<float>> rows, Func<ReadOnlyMemory<float>, long, T[]> run, CancellationToken cancellation)
    {
        var mostRows = Math.Min(options.MaxBatch, Math.Max(1, Array.MaxLength / Math.Max(InputSize, LatentSize)));
        return RowStream.Run(rows, () => new(InputSize, mostRows, operation), run, cancellation);
    }

    private static ReadOnlyMemory<float>[] Rows(float[] values, int width)
    {
        var rows = new ReadOnlyMemory<float>[values.Length / width];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = values.AsMemory(row * width, width);
        return rows;
    }
}
