namespace Latent.Runtime;

/// <summary>Requests that run as one batch: their contiguous rows and the waiting callers.</summary>
internal sealed class RequestBatch<T>(int rowSize, int maxRows)
{
    private readonly List<BatchRequest<T>> waiting = [];
    private float[] rows = [];

    /// <summary>The arrival time of the first request (<see cref="Environment.TickCount64"/>).</summary>
    public long Began { get; } = Environment.TickCount64;

    public int Count => waiting.Count;

    public bool IsFull => Count == maxRows;

    public ReadOnlySpan<float> Rows => rows.AsSpan(0, Count * rowSize);

    public ReadOnlySpan<float> Row(int position) => rows.AsSpan(position * rowSize, rowSize);

    public BatchRequest<T> Request(int position) => waiting[position];

    public void Add(ReadOnlySpan<float> row, BatchRequest<T> request)
    {
        if (rows.Length < (Count + 1) * rowSize)
            Array.Resize(ref rows, (int)Math.Min((long)maxRows * rowSize, 2L * (Count + 1) * rowSize));
        row.CopyTo(rows.AsSpan(Count * rowSize));
        waiting.Add(request);
    }
}
