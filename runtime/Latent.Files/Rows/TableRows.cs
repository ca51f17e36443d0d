namespace Latent.Files;

/// <summary>The rows of a table, read lazily, so that a file may be larger than memory.</summary>
/// <param name="path">The file.</param>
/// <param name="spec">The format of a row.</param>
/// <param name="note">Receives a note about ignored columns. Default: null.</param>
internal sealed class TableRows(string path, RowSpec spec, Action<string>? note = null) : IRowSource
{
    public IEnumerable<RowChunk> Read()
    {
        using var reader = TableReader.Open(path);
        var first = FirstRecord.Read(reader);
        var more = reader.Read();
        var columns = TableColumns.Create(first, more ? reader : null, spec, path);
        if (columns.LeftOut is { } leftOut)
            note?.Invoke(leftOut);
        var values = new float[ChunkSize.For(spec.Size) * spec.Size];
        var filled = columns.HasHeader ? 0 : spec.Size;
        if (filled > 0)
            columns.ReadFirst(values.AsSpan(0, filled));

        for (; more; more = reader.Read())
        {
            if (filled == values.Length)
            {
                yield return new(values, null);
                filled = 0;
            }
            columns.Read(reader, values.AsSpan(filled, spec.Size));
            filled += spec.Size;
        }
        yield return new(values.AsMemory(0, filled), null);
    }
}
