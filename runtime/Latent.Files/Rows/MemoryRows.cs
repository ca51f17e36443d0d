namespace Latent.Files;

/// <summary>Rows that are in memory.</summary>
/// <param name="values">The values of all rows, row-major.</param>
/// <param name="rowSize">The number of values per row.</param>
public sealed class MemoryRows(ReadOnlyMemory<float> values, int rowSize) : IRowSource
{
    /// <inheritdoc/>
    public IEnumerable<RowChunk> Read()
    {
        var length = ChunkSize.For(rowSize) * rowSize;
        for (var start = 0; start < values.Length; start += length)
            yield return new(values.Slice(start, Math.Min(length, values.Length - start)), null);
    }
}
