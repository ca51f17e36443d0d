using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// One pool of threads for all models of the process that are loaded with <see cref="RuntimeOptions.Threads"/> 0. Without it each
/// graph of such a model has threads of its own, which is too many where a program holds many models.
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

    /// <summary>Threads that take part in a call, the caller's among them; 0 before <see cref="Start"/>.</summary>
    public static int Count { get; private set; }

    /// <summary>Starts the pool. Again with the same number does nothing.</summary>
    /// <param name="threads">Threads that take part in a call, the caller's among them: 1 or more; 0 for one a core. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// ONNX Runtime runs already, because a model was loaded or the program uses it, or the pool has another size.
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
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The threads cannot be shared any more. Expected: a call before the first model is loaded, or the number of the first call. Received: {wanted} threads, while {Running()}. Call SharedThreads.Start once, where the program starts."));
            Create(wanted);
            Count = wanted;
        }
    }

    private static string Running() => Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Count} are shared") : "ONNX Runtime runs already";

    private static void Create(int threads)
    {
        using var threading = new OrtThreadingOptions { GlobalIntraOpNumThreads = threads, GlobalInterOpNumThreads = 1 };
        NativeRuntime.Create(new EnvironmentCreationOptions { logId = "Latent", threadOptions = threading });
    }
}
