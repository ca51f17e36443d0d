using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Interop;

/// <summary>The C functions of latent_torch.cpp.</summary>
internal static unsafe partial class Native
{
    private const string Library = "latent_torch";
    private const int TrimThreshold = -1, MapThreshold = -3;
    private const int KeptBytes = 256 << 20, LargestKeptBlock = 32 << 20;

    /// <summary>
    /// Runs before the library is loaded, and leaves alone what the user has set. Waiting OpenMP threads must sleep, not spin,
    /// because the spinning takes the cores that other work needs. OpenBLAS is told the instruction set, because Debian's
    /// version takes its oldest kernels, several times slower, on processors that are newer than itself. The C library keeps
    /// freed memory, because a training step that gets its activations fresh from the system spends a tenth of its time on pages.
    /// </summary>
    static Native()
    {
        _ = SetEnvironment("OMP_WAIT_POLICY", "passive", 0);
        if (Avx512F.IsSupported && Avx512BW.VL.IsSupported && Avx512DQ.IsSupported) _ = SetEnvironment("OPENBLAS_CORETYPE", "SkylakeX", 0);
        else if (Avx2.IsSupported && Fma.IsSupported) _ = SetEnvironment("OPENBLAS_CORETYPE", "Haswell", 0);
        if (Environment.GetEnvironmentVariable("MALLOC_TRIM_THRESHOLD_") is null) _ = SetAllocator(TrimThreshold, KeptBytes);
        if (Environment.GetEnvironmentVariable("MALLOC_MMAP_THRESHOLD_") is null) _ = SetAllocator(MapThreshold, LargestKeptBlock);
    }

    [DoesNotReturn]
    public static void ThrowLastError() => throw new ExternalException(Marshal.PtrToStringUTF8(lt_last_error()));

    public static void Check(int status)
    {
        if (status < 0) ThrowLastError();
    }

    public static nint Check(nint handle)
    {
        if (handle == 0) ThrowLastError();
        return handle;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetAllocator(int parameter, int value);

    [LibraryImport(Library)] private static partial nint lt_last_error();
    [LibraryImport(Library)] public static partial nint lt_version();
    [LibraryImport(Library)] public static partial long lt_live_handles();
    [LibraryImport(Library)] public static partial int lt_cuda_devices();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint lt_operator(string name, string overload);

    [LibraryImport(Library)]
    public static partial int lt_call(nint op, NativeValue* arguments, int count, NativeValue* results, int capacity);

    [LibraryImport(Library)] public static partial void lt_free(nint memory);
}
