namespace Latent.Runtime;

/// <summary>How a model is run. Immutable.</summary>
public sealed record RuntimeOptions
{
    /// <summary>
    /// Where the graphs run. Default: <see cref="Device.Cpu"/>, because results are then the same on every machine that
    /// runs the program, nothing is allocated on a GPU that others use, and small models are faster there.
    /// </summary>
    public Device Device { get; init; } = Device.Cpu;

    /// <summary>
    /// Threads that one call may use inside a graph: 1 or more; 0 for one a core, those of <see cref="SharedThreads"/> where
    /// they were started. Default: 1, as a call then costs no hand-over between threads, and a program that calls from many
    /// threads uses the cores already. Raise it for one caller with large batches.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Rows that go through a graph at once, 1 or more. Larger inputs are run in parts, so that memory stays bounded.
    /// Default: 1024.
    /// </summary>
    public int MaxBatch { get; init; } = 1024;

    /// <summary>True reads every file of the bundle at load and compares its SHA-256. Default: true.</summary>
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
