using System.Globalization;
using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>Opens ONNX Runtime sessions and translates ONNX Runtime's errors.</summary>
internal static class Sessions
{
    private const string CpuFallback = "CPU EP";

    // Fragments of ONNX Runtime's messages for a missing CUDA library or a failed CUDA call.
    private static readonly string[] CudaFragments =
        ["CUDA failure", "CUDNN failure", "CUBLAS failure", "onnxruntime_providers_cuda", "CUDAExecutionProvider"];

    /// <summary>Chooses the device; also the first use of the native library.</summary>
    public static DeviceChoice Choose(RuntimeOptions options)
    {
        _ = NativeRuntime.Environment;
        return DeviceChooser.Choose(options.Device, () => CudaProbe.State);
    }

    /// <summary>Opens a graph. On the CPU it shares its weights with all graphs that use the same file.</summary>
    /// <param name="path">The graph.</param>
    /// <param name="device">The device.</param>
    /// <param name="threads">The number of threads; 0 uses ONNX Runtime's default, or the shared threads if started.</param>
    /// <param name="memory">Weights that are already in memory, for a graph on the CPU without shared weights.</param>
    public static OpenGraph Open(string path, Device device, int threads, IReadOnlyDictionary<string, MemoryTensor>? memory = null)
    {
        var external = OnnxFileCheck.Check(path);
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };
        if (threads == 0 && SharedThreads.Count > 0)
            options.DisablePerSessionThreads();

        // Errors are thrown; otherwise ONNX Runtime would print them to standard error as well.
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        if (device.Kind == DeviceKind.Cuda)
            AddCuda(options, device);

        try
        {
            return memory is null
                ? OpenGraph.Open(path, options, device.Kind == DeviceKind.Cpu ? external : [])
                : OpenGraph.Over(path, options, external, memory);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda
            && exception.Message.Contains(CpuFallback, StringComparison.Ordinal))
        {
            throw DeviceChooser.Unusable(device, [$"{path} has nodes that only the CPU can run"], exception);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda
            && CudaFragments.Any(fragment => exception.Message.Contains(fragment, StringComparison.OrdinalIgnoreCase)))
        {
            throw DeviceChooser.Unusable(device, [CudaMissing.Name(Reason(exception))], exception);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BundleException(
                "ONNX Runtime cannot load a graph.", path, "an ONNX graph with its weights beside it", Reason(exception), Fixes
                    .WriteAgain, exception);
        }
    }

    public static BundleException Failed(string path, Exception exception) => new(
        "ONNX Runtime cannot run a graph.", path, "a run without errors", Reason(exception), Fixes.WriteAgain, exception);

    /// <summary>
    /// Returns ONNX Runtime's message on one line, without its prefix. Messages have the form "[ErrorCode:Fail] what happened", followed
    /// by file and function names of its source.
    /// </summary>
    public static string Reason(Exception exception)
    {
        var message = exception.Message;
        var text = message.StartsWith("[ErrorCode:", StringComparison.Ordinal) ? message[(message.IndexOf(']') + 1)..] : message;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AddCuda(SessionOptions options, Device device)
    {
        // TF32 keeps only ten mantissa bits of a factor, so golden vectors would not match.
        var settings = new Dictionary<string, string>
        {
            ["use_tf32"] = "0",
            ["device_id"] = device.Index.ToString(CultureInfo.InvariantCulture)
        };
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
