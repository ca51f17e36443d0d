using System.Globalization;
using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>Opens sessions of ONNX Runtime, and turns its errors into ours.</summary>
internal static class Sessions
{
    private const string CpuFallback = "CPU EP";

    // What ONNX Runtime writes where a library of CUDA is missing, or a call of one fails.
    private static readonly string[] CudaWords = ["CUDA failure", "CUDNN failure", "CUBLAS failure", "onnxruntime_providers_cuda", "CUDAExecutionProvider"];

    /// <summary>The device that will be used; also the first touch of the native library.</summary>
    public static DeviceChoice Choose(RuntimeOptions options)
    {
        _ = NativeRuntime.Environment;
        return DeviceChooser.Choose(options.Device, () => CudaProbe.State);
    }

    /// <summary>Opens a graph. On the CPU it shares its weights with every other graph over the same file.</summary>
    /// <param name="path">The graph.</param>
    /// <param name="device">The device.</param>
    /// <param name="threads">Threads; 0 leaves it to ONNX Runtime, or to the threads that all graphs share.</param>
    /// <param name="memory">Weights that lie in memory already, for a graph on the CPU that shares none.</param>
    public static OpenGraph Open(string path, Device device, int threads, IReadOnlyDictionary<string, MemoryTensor>? memory = null)
    {
        var external = OnnxFileCheck.Check(path);
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
        if (threads == 0 && SharedThreads.Count > 0)
            options.DisablePerSessionThreads();

        // What goes wrong is thrown; ONNX Runtime would print it to standard error as well.
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        if (device.Kind == DeviceKind.Cuda)
            AddCuda(options, device);

        try
        {
            return memory is null
                ? OpenGraph.Open(path, options, device.Kind == DeviceKind.Cpu ? external : [])
                : OpenGraph.Over(path, options, external, memory);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda && exception.Message.Contains(CpuFallback, StringComparison.Ordinal))
        {
            throw DeviceChooser.Unusable(device, [$"{path} has nodes that only the CPU can run"], exception);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda && CudaWords.Any(word => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw DeviceChooser.Unusable(device, [CudaMissing.Name(Reason(exception))], exception);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BundleException(
                "ONNX Runtime cannot load a graph.", path, "an ONNX graph with its weights beside it", Reason(exception), Fixes.WriteAgain, exception);
        }
    }

    public static BundleException Failed(string path, Exception exception) => new(
        "ONNX Runtime cannot run a graph.", path, "a run without errors", Reason(exception), Fixes.WriteAgain, exception);

    /// <summary>What ONNX Runtime says, on one line: its messages are "[ErrorCode:Fail] what happened", with file names and functions of its own source after it.</summary>
    public static string Reason(Exception exception)
    {
        var message = exception.Message;
        var text = message.StartsWith("[ErrorCode:", StringComparison.Ordinal) ? message[(message.IndexOf(']') + 1)..] : message;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AddCuda(SessionOptions options, Device device)
    {
        // TF32 keeps ten bits of a factor: golden vectors would not hold.
        var settings = new Dictionary<string, string> { ["use_tf32"] = "0", ["device_id"] = device.Index.ToString(CultureInfo.InvariantCulture) };
        if (device.MemoryLimit > 0)
            settings["gpu_mem_limit"] = device.MemoryLimit.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var cuda = new OrtCUDAProviderOptions();
            cuda.UpdateOptions(settings);
            options.AppendExecutionProvider_CUDA(cuda);
            options.AddSessionConfigEntry("session.disable_cpu_ep_fallback", "1");
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or EntryPointNotFoundException)
        {
            throw DeviceChooser.Unusable(device, [CudaMissing.Name(Reason(exception))], exception);
        }
    }
}
