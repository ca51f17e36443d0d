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
        try
        {
            OrtEnv.Instance();
            return DeviceChooser.Choose(options.Device, () => CudaProbe.State);
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            throw new DeviceException(
                "The native library of ONNX Runtime cannot be loaded.", $"device {options.Device}",
                "libonnxruntime (onnxruntime.dll) beside the program", (exception.InnerException ?? exception).Message,
                "reference the package Microsoft.ML.OnnxRuntime.Gpu from the program itself and publish it for this platform.", exception);
        }
    }

    public static InferenceSession Open(string path, Device device, int threads)
    {
        OnnxFileCheck.Check(path);
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1 };

        // What goes wrong is thrown; ONNX Runtime would print it to standard error as well.
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
        if (device.Kind == DeviceKind.Cuda)
            AddCuda(options, device);

        try
        {
            return new(path, options);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda && exception.Message.Contains(CpuFallback, StringComparison.Ordinal))
        {
            throw DeviceChooser.Unusable(device, $"{path} has nodes that only the CPU can run", exception);
        }
        catch (OnnxRuntimeException exception) when (device.Kind == DeviceKind.Cuda && CudaWords.Any(word => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw DeviceChooser.Unusable(device, Reason(exception), exception);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BundleException(
                "ONNX Runtime cannot load a graph.", path, "an ONNX graph with its weights beside it", Reason(exception), Cures.WriteAgain, exception);
        }
    }

    public static BundleException Failed(string path, Exception exception) => new(
        "ONNX Runtime cannot run a graph.", path, "a run without errors", Reason(exception), Cures.WriteAgain, exception);

    // Its messages are "[ErrorCode:Fail] what happened", with file names and functions of its own source after it.
    private static string Reason(Exception exception)
    {
        var message = exception.Message;
        var text = message.StartsWith("[ErrorCode:", StringComparison.Ordinal) ? message[(message.IndexOf(']') + 1)..] : message;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AddCuda(SessionOptions options, Device device)
    {
        try
        {
            using var cuda = new OrtCUDAProviderOptions();

            // TF32 keeps ten bits of a factor: golden vectors would not hold.
            cuda.UpdateOptions(new() { ["device_id"] = $"{device.Index}", ["use_tf32"] = "0" });
            options.AppendExecutionProvider_CUDA(cuda);
            options.AddSessionConfigEntry("session.disable_cpu_ep_fallback", "1");
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or EntryPointNotFoundException)
        {
            throw DeviceChooser.Unusable(device, Reason(exception), exception);
        }
    }
}
