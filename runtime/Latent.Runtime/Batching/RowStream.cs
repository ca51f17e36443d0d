using System.Runtime.CompilerServices;

namespace Latent.Runtime;

/// <summary>
/// Runs an operation on a stream of rows. Rows that are available without waiting run as one batch; at most one batch is held
/// in memory.
/// </summary>
internal static class RowStream
{
    /// <param name="rows">The rows, one or more per item.</param>
    /// <param name="batch">Creates the batch of this enumeration.</param>
    /// <param name="run">Maps a batch of rows and the number of earlier rows to one result per row, in order.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public static async IAsyncEnumerable<T> Run<T>(
        IAsyncEnumerable<ReadOnlyMemory<float>> rows,
        Func<RowBatch> batch,
        Func<ReadOnlyMemory<float>, long, T[]> run,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var gathered = batch();
        var source = new AheadReader(rows, cancellation);
        await using var reading = source.ConfigureAwait(false);
        for (var more = true; more;)
        {
            // Flushes the available rows before waiting.
            if (!source.IsReady)
            {
                foreach (var result in Flush(gathered, run, cancellation))
                    yield return result;
            }

            more = await source.WaitAsync().ConfigureAwait(false);
            for (var rest = more ? gathered.Checked(source.Current) : default; !rest.IsEmpty;)
            {
                rest = gathered.Take(rest);
                if (!gathered.IsFull)
                    continue;
                foreach (var result in Flush(gathered, run, cancellation))
                    yield return result;
            }

            if (more)
                source.Advance();
        }

        foreach (var result in Flush(gathered, run, cancellation))
            yield return result;
    }

    private static T[] Flush<T>(RowBatch batch, Func<ReadOnlyMemory<float>, long, T[]> run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (batch.Values.IsEmpty)
            return [];
        var results = run(batch.Values, batch.RowsBefore);
        batch.Clear();
        return results;
    }
}
