namespace Latent.Runtime;

/// <summary>
/// The request queue of one operation: callers append to the last batch; a worker thread dequeues the first batch, runs it and
/// completes its requests. The thread starts with the first request.
/// </summary>
internal sealed class BatchLane<T>(BatchOperation operation, BatcherOptions options, BatchRun run, BatchResult<T> result)
{
    private readonly object gate = new();
    private readonly Queue<RequestBatch<T>> batches = new();
    private RequestBatch<T>? last;
    private Thread? worker;
    private float[] results = [];
    private int waiting;
    private bool isClosed;

    /// <summary>Enqueues a request.</summary>
    /// <param name="row">The input row; copied.</param>
    /// <param name="cancellation">Cancels the request.</param>
    /// <param name="caller">The operation that was called, if it differs from that of the lane.</param>
    public Task<T> Add(ReadOnlySpan<float> row, CancellationToken cancellation, string? caller = null)
    {
        RowArguments.CheckOneRow(row, operation.InputSize, caller ?? operation.Name, operation.Argument);
        cancellation.ThrowIfCancellationRequested();
        var request = new BatchRequest<T>(cancellation);
        try
        {
            Enter(row, request);
            return request.Task;
        }
        catch
        {
            request.Forget();
            throw;
        }
    }

    /// <summary>Rejects further requests.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits until every request is complete.</summary>
    public void Join() => worker?.Join();

    private void Enter(ReadOnlySpan<float> row, BatchRequest<T> request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, typeof(Batcher));
            if (waiting == options.MaxWaiting)
                throw new QueueFullException(operation.Name, options.MaxWaiting);
            if (last is null || last.IsFull)
                batches.Enqueue(last = new(operation.InputSize, options.MaxSize));
            last.Add(row, request);
            waiting++;
            worker ??= Start();

            // Only a new or full batch changes the wait of the worker thread.
            if (last.Count == 1 || last.IsFull)
                Monitor.Pulse(gate);
        }
    }

    private Thread Start()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = $"Latent batcher, {operation.Name}" };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        while (Next() is { } batch)
            Answer(batch);
    }

    /// <summary>Waits for the next batch; returns null once the lane is closed and empty.</summary>
    private RequestBatch<T>? Next()
    {
        lock (gate)
        {
            while (!isClosed || batches.Count > 0)
            {
                var wait = MillisecondsToWait();
                if (wait == 0)
                    return Dequeue();
                Monitor.Wait(gate, wait);
            }

            return null;
        }
    }

    private int MillisecondsToWait()
    {
        if (!batches.TryPeek(out var batch))
            return Timeout.Infinite;
        return batch.IsFull || isClosed
            ? 0
            : (int)Math.Max(0, (long)options.MaxDelay.TotalMilliseconds - (Environment.TickCount64 - batch.Began));
    }

    private RequestBatch<T> Dequeue()
    {
        var batch = batches.Dequeue();
        waiting -= batch.Count;
        if (batch == last)
            last = null;
        return batch;
    }

    private void Answer(RequestBatch<T> batch)
    {
        if (results.Length < batch.Count * operation.OutputSize)
            results = new float[batch.Count * operation.OutputSize];
        try
        {
            run(batch.Rows, results.AsSpan(0, batch.Count * operation.OutputSize));
        }
        catch (Exception) when (batch.Count > 1)
        {
            for (var position = 0; position < batch.Count; position++)
                AnswerAlone(batch, position);
            return;
        }
        catch (Exception exception)
        {
            batch.Request(0).Fail(exception);
            return;
        }

        for (var position = 0; position < batch.Count; position++)
            batch.Request(position).Answer(result(results.AsSpan(position * operation.OutputSize, operation.OutputSize)));
    }

    // A single row may have failed the batch: each caller gets the result of its own row.
    private void AnswerAlone(RequestBatch<T> batch, int position)
    {
        try
        {
            var own = results.AsSpan(0, operation.OutputSize);
            run(batch.Row(position), own);
            batch.Request(position).Answer(result(own));
        }
        catch (Exception exception)
        {
            batch.Request(position).Fail(exception);
        }
    }
}
