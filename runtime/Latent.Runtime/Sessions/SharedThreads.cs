using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// A thread pool shared by all models of the process that are loaded with <see cref="RuntimeOptions.Threads"/> 0. Without it each
/// graph of such a model has its own threads, which oversubscribes the CPU if a program holds many models.
/// </summary>
/// <example>
/// <code>
/// SharedThreads.Start();                                           // once, before the first model is loaded
/// using var model = Autoencoder.Load(path, new() { Threads = 0 });
/// </code>
/// </example>
public static class SharedThreads
{
    private static readonly Lock Gate = new();

    /// <summary>The number of threads that take part in a call, including the caller's; 0 before <see cref="Start"/>.</summary>
    public static int Count { get; private set; }

    /// <summary>Starts the pool. Calling it again with the same number has no effect.</summary>
    /// <param name="threads">
    /// The number of threads that take part in a call, including the caller's: 1 or more; 0 for one per core. Default: 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// ONNX Runtime is already initialized, because a model was loaded or the program uses it, or the pool has another size.
    /// </exception>
    public static void Start(int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var wanted = threads == 0 ? Environment.ProcessorCount : threads;
        lock (Gate)
        {
            if (Count == wanted)
                return;
            if (Count > 0 || NativeRuntime.IsCreated)
                throw new InvalidOperationException(
                    "The shared threads can no longer be started. " +
                    "Expected: a call before the first model is loaded, or the same number as in the first call. " +
                    FormattableString.Invariant($"Received: {wanted} threads, while {Running()}. ") +
                    "Call SharedThreads.Start once, when the program starts.");
            Create(wanted);
            Count = wanted;
        }
    }

    private static string Running() => Count > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Count} are shared")
        : "ONNX Runtime is already initialized";

    private static void Create(int threads)
    {
        using var threading = new OrtThreadingOptions { GlobalIntraOpNumThreads = threads, GlobalInterOpNumThreads = 1 };
        NativeRuntime.Create(new EnvironmentCreationOptions { logId = "Latent", threadOptions = threading });
    }
}
