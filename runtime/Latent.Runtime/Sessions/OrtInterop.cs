using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// The four functions of ONNX Runtime's C interface that put caller's memory under a graph's input or output. The managed
/// interface can do this too, but allocates for every name and value; sessions, options and runs use the managed one.
/// </summary>
internal static unsafe partial class OrtInterop
{
    // All four exist since version 7 of the interface; asking for a later one would refuse older native libraries.
    private const uint InterfaceVersion = 16;
    private const int FloatElements = 1;

    private static readonly OrtApi* Api = LoadApi();

    /// <summary>Puts memory under an input. On the CPU the graph then reads it in place; other devices copy it now.</summary>
    public static void BindInput(OrtIoBinding binding, byte* name, OrtMemoryInfo memory, float* data, ReadOnlySpan<long> shape, long count)
    {
        var value = CreateTensor(memory, data, shape, count);
        var status = ((delegate* unmanaged<nint, byte*, nint, nint>)Api->BindInput)(binding.DangerousGetHandle(), name, value);
        Release(value);
        ThrowOnError(status);
    }

    /// <summary>Puts memory under an output.</summary>
    public static void BindOutput(OrtIoBinding binding, byte* name, OrtMemoryInfo memory, float* data, ReadOnlySpan<long> shape, long count)
    {
        var value = CreateTensor(memory, data, shape, count);
        var status = ((delegate* unmanaged<nint, byte*, nint, nint>)Api->BindOutput)(binding.DangerousGetHandle(), name, value);
        Release(value);
        ThrowOnError(status);
    }

    private static nint CreateTensor(OrtMemoryInfo memory, float* data, ReadOnlySpan<long> shape, long count)
    {
        nint value;
        fixed (long* sizes = shape)
        {
            ThrowOnError(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)Api->CreateTensorWithDataAsOrtValue)(
                memory.DangerousGetHandle(), data, (nuint)count * sizeof(float), sizes, (nuint)shape.Length, FloatElements, &value));
        }
        return value;
    }

    private static void Release(nint value) => ((delegate* unmanaged<nint, void>)Api->ReleaseValue)(value);

    private static void ThrowOnError(nint status)
    {
        if (status == 0)
            return;

        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)Api->GetErrorMessage)(status));
        ((delegate* unmanaged<nint, void>)Api->ReleaseStatus)(status);
        throw new InvalidOperationException(message);
    }

    private static OrtApi* LoadApi()
    {
        // The managed interface finds and loads the native library; it must be the first to do so.
        _ = NativeRuntime.Environment;
        var api = OrtGetApiBase();
        return (OrtApi*)((delegate* unmanaged<uint, nint>)api->GetApi)(InterfaceVersion);
    }

    [LibraryImport("onnxruntime")]
    private static partial OrtApiBase* OrtGetApiBase();
}
