using System.Runtime.CompilerServices;

namespace Latent.Runtime;

/// <summary>
/// Runs a verb over rows that come one after the other, and never holds more than one batch: as many rows go through the
/// graph together as are there without waiting.
/// </summary>
internal static class RowStream
{
    /// <param name="rows">One row or more an item.</param>
    /// <param name="batch">Where they are gathered; of this enumeration alone.</param>
    /// <param name="run">From a batch of rows, and the number of rows before it, to one result a row in order.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public static async IAsyncEnumerable<T> Run<T>(
        IAsyncEnumerable<ReadOnlyMemory<float>> rows, Func<RowBatch> batch, Func<ReadOnlyMemory<float>, long, T[]> run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var gathered = batch();
        await using var source = new AheadReader(rows, cancellation);
        for (var more = true; more;)
        {
            // What is here goes out before anything is waited for.
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
