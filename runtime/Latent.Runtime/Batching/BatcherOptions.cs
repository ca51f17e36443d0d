namespace Latent.Runtime;

/// <summary>How a <see cref="Batcher"/> puts requests together. Immutable.</summary>
public sealed record BatcherOptions
{
    /// <summary>Rows of a batch, 1 or more; a batch of so many does not wait for others. Default: 64.</summary>
    public int MaxSize { get; init; } = 64;

    /// <summary>
    /// How long the first request of a batch waits for others, 0 or more, in whole milliseconds at most 1 minute. At 0 a batch
    /// is what came while the one before it ran, and a lone request waits for nothing. Default: 0.
    /// </summary>
    public TimeSpan MaxDelay { get; init; }

    /// <summary>
    /// Requests of a verb that may wait, 1 or more; further ones are refused with <see cref="QueueFullException"/>, so that a server
    /// under too much load says so and keeps its memory. Default: 4096.
    /// </summary>
    public int MaxWaiting { get; init; } = 4096;
}
