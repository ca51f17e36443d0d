using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// The CUDA provider as a library of its own beside a core library that was built without CUDA: registered with ONNX Runtime
/// as a plug-in, once a process.
/// </summary>
internal static class CudaPlugin
{
    /// <summary>The environment variable that names the library where it does not lie beside the program.</summary>
    public const string Variable = "LATENT_CUDA_PROVIDER";

    private static readonly Lazy<IReadOnlyList<OrtEpDevice>> Registered = new(Register);

    /// <summary>What the library is called on this system.</summary>
    public static string LibraryName => OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";

    /// <summary>The GPUs that the library can use, in its order.</summary>
    /// <exception cref="OnnxRuntimeException">The library cannot be loaded; the message says which other library it lacks.</exception>
    public static IReadOnlyList<OrtEpDevice> Gpus => Registered.Value;

    /// <summary>The library; null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory, File.Exists);

    /// <summary>The library that a variable names, else the one beside the program or among its native libraries.</summary>
    internal static string? Find(string? named, string folder, Predicate<string> exists)
    {
        string[] places = named is { Length: > 0 }
            ? [Path.GetFullPath(named)]
            : [Path.Combine(folder, LibraryName), Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", LibraryName)];
        return Array.Find(places, exists);
    }

    private static OrtEpDevice[] Register()
    {
        var env = OrtEnv.Instance();
        env.RegisterExecutionProviderLibrary(CudaProbe.Provider, Find() ?? throw new FileNotFoundException($"There is no {LibraryName}."));
        return [.. env.GetEpDevices().Where(device => device.EpName == CudaProbe.Provider)];
    }
}
