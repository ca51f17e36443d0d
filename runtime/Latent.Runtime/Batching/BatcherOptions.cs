namespace Latent.Runtime;

/// <summary>Options of a <see cref="Batcher"/>. Immutable.</summary>
public sealed record BatcherOptions
{
    /// <summary>The maximum number of rows in a batch, 1 or more; a full batch runs without waiting. Default: 64.</summary>
    public int MaxSize { get; init; } = 64;

    /// <summary>
    /// The time that the first request of a batch waits for others, in whole milliseconds, from 0 to 1 minute. At 0 a batch
    /// holds the requests that arrived while the previous batch ran, and a single request does not wait. Default: 0.
    /// </summary>
    public TimeSpan MaxDelay { get; init; }

    /// <summary>
    /// The maximum number of waiting requests per operation, 1 or more; further requests are rejected with
    /// <see cref="QueueFullException"/>, so that an overloaded server reports the overload and its memory stays bounded.
    /// Default: 4096.
    /// </summary>
    public int MaxWaiting { get; init; } = 4096;
}
