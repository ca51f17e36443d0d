namespace Latent.Runtime;

/// <summary>A batch of rows that run together. Grows as rows arrive, up to its limit.</summary>
internal sealed class RowBatch(int rowSize, int maxRows, string operation)
{
    private float[] memory = [];
    private int used;

    /// <summary>The number of rows in earlier batches.</summary>
    public long RowsBefore { get; private set; }

    public ReadOnlyMemory<float> Values => memory.AsMemory(0, used);

    public bool IsFull => used == maxRows * rowSize;

    public ReadOnlyMemory<float> Checked(ReadOnlyMemory<float> item) => item.Length > 0 && item.Length % rowSize == 0
        ? item
        : throw new ShapeException(
        "An item of the stream is not a whole number of rows.", operation, "rows", $"a multiple of {rowSize} values, {rowSize} per row",
        $"{item.Length} values", "yield one or more whole rows at a time.");

    /// <summary>Appends as many rows as fit and returns the rest.</summary>
    public ReadOnlyMemory<float> Take(ReadOnlyMemory<float> item)
    {
        var taken = Math.Min(item.Length, (maxRows * rowSize) - used);
        if (memory.Length < used + taken)
            Array.Resize(ref memory, (int)Math.Min((long)maxRows * rowSize, Math.Max(used + taken, 2L * memory.Length)));
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
