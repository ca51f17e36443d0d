using System.Runtime.InteropServices;

namespace Latent.Runtime;

/// <summary>Detects the components that CUDA needs, without creating a CUDA context.</summary>
internal static unsafe class CudaProbe
{
    /// <summary>ONNX Runtime's name for its CUDA execution provider.</summary>
    private const string Provider = "CUDAExecutionProvider";

    private static readonly Lazy<CudaState> Found = new(Look);

    public static string DriverLibrary => OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    public static CudaState State => Found.Value;

    private static CudaState Look()
    {
        var hasProvider = NativeRuntime.Environment.GetAvailableProviders().Contains(Provider);
        return NativeLibrary.TryLoad(DriverLibrary, out var driver)
            ? new(hasProvider, true, CountGpus(driver))
            : new(hasProvider, false, 0);
    }

    private static int CountGpus(nint driver)
    {
        if (!NativeLibrary.TryGetExport(driver, "cuInit", out var initialize) ||
            !NativeLibrary.TryGetExport(driver, "cuDeviceGetCount", out var getCount))
            return 0;

        var count = 0;
        var isReady = ((delegate* unmanaged<uint, int>)initialize)(0) == 0 && ((delegate* unmanaged<int*, int>)getCount)(&count) == 0;
        return isReady ? count : 0;
    }
}
