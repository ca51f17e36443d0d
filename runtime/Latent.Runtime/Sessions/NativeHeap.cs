using System.Runtime.InteropServices;

namespace Latent.Runtime;

/// <summary>Native memory that was freed but is still held by the C library.</summary>
internal static partial class NativeHeap
{
    private static readonly bool CanTrim = OperatingSystem.IsLinux()
        && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out _);

    /// <summary>
    /// Returns freed memory to the operating system. ONNX Runtime packs weights twice and frees one copy; fragmented by small
    /// allocations, the freed memory would stay with the process, 1 MB and more per graph.
    /// </summary>
    public static void Trim()
    {
        if (CanTrim)
            _ = MallocTrim(0);
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint keep);
}
