using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// The four functions of ONNX Runtime's C API that bind the caller's memory to an input or output of a graph. The managed API
/// can do this too, but allocates for every name and value; sessions, options and runs use the managed API.
/// </summary>
internal static unsafe partial class OrtInterop
{
    // All four exist since version 7 of the API; requesting a later version would reject older native libraries.
    private const uint InterfaceVersion = 16;

    // ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT.
    private const int FloatElements = 1;

    private static readonly OrtApi* Api = LoadApi();

    /// <summary>Binds memory to an input. The CPU reads it in place; other devices copy it now.</summary>
    public static void BindInput(OrtIoBinding binding, byte* name, OrtMemoryInfo memory, float* data, ReadOnlySpan<long> shape, long count)
    {
        var value = CreateTensor(memory, data, shape, count);
        var status = ((delegate* unmanaged<nint, byte*, nint, nint>)Api->BindInput)(binding.DangerousGetHandle(), name, value);
        Release(value);
        ThrowOnError(status);
    }

    /// <summary>Binds memory to an output.</summary>
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
        // The managed API locates and loads the native library, so it must run first.
        _ = NativeRuntime.Environment;
        var api = OrtGetApiBase();
        return (OrtApi*)((delegate* unmanaged<uint, nint>)api->GetApi)(InterfaceVersion);
    }

    [LibraryImport("onnxruntime")]
    private static partial OrtApiBase* OrtGetApiBase();
}
