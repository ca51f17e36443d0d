namespace Latent.Runtime;

/// <summary>Rows that are gathered to go through a graph together. Grows to what comes, up to its limit.</summary>
internal sealed class RowBatch(int rowSize, int mostRows, string operation)
{
    private float[] memory = [];
    private int used;

    /// <summary>Rows that went through before.</summary>
    public long RowsBefore { get; private set; }

    public ReadOnlyMemory<float> Values => memory.AsMemory(0, used);

    public bool IsFull => used == mostRows * rowSize;

    public ReadOnlyMemory<float> Checked(ReadOnlyMemory<float> item) => item.Length > 0 && item.Length % rowSize == 0 ? item : throw new ShapeException(
        "An item of the stream is not a whole number of rows.", operation, "rows", $"a multiple of {rowSize} values, {rowSize} a row", $"{item.Length} values",
        "yield one row or more at a time.");

    /// <summary>Takes as many rows as there is room for, and gives back the others.</summary>
    public ReadOnlyMemory<float> Take(ReadOnlyMemory<float> item)
    {
        var taken = Math.Min(item.Length, (mostRows * rowSize) - used);
        if (memory.Length < used + taken)
            Array.Resize(ref memory, (int)Math.Min((long)mostRows * rowSize, Math.Max(used + taken, 2L * memory.Length)));
        item[..taken].CopyTo(memory.AsMemory(used));
        used += taken;
        return item[taken..];
    }

    public void Clear()
    {
        RowsBefore += used / rowSize;
        used = 0;
    }
}
