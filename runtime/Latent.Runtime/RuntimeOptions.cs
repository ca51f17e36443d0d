namespace Latent.Runtime;

/// <summary>Options for running a model. Immutable.</summary>
public sealed record RuntimeOptions
{
    /// <summary>
    /// The device that runs the graphs. Default: <see cref="Device.Cpu"/>, because results are then the same on every machine that
    /// runs the program, nothing is allocated on a GPU that others use, and small models are faster there.
    /// </summary>
    public Device Device { get; init; } = Device.Cpu;

    /// <summary>
    /// The number of threads that a call may use inside a graph, 1 or more; 0 for one per core, or for those of
    /// <see cref="SharedThreads"/> if started. Default: 1, because a call then has no thread synchronization overhead, and a program
    /// that calls from many threads already uses all cores. Raise it for a single caller with large batches.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// The maximum number of rows per graph run, 1 or more. Larger inputs are run in parts, so that memory stays bounded.
    /// Default: 1024.
    /// </summary>
    public int MaxBatch { get; init; } = 1024;

    /// <summary>Whether to read every file of the bundle at load and verify its SHA-256. Default: true.</summary>
    public bool VerifyHashes { get; init; } = true;

    /// <summary>Options that can be used.</summary>
    /// <param name="options">Options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Threads or rows are out of range.</exception>
    public static RuntimeOptions Checked(RuntimeOptions? options)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        return options;
    }
}
