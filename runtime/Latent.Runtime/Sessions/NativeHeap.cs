using System.Runtime.InteropServices;

namespace Latent.Runtime;

/// <summary>Memory that native code freed and the C library still holds.</summary>
internal static partial class NativeHeap
{
    private static readonly bool CanTrim = OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "malloc_trim", out _);

    /// <summary>
    /// Gives it back to the system. ONNX Runtime packs weights before it sees that they are packed already, and throws them away:
    /// the holes, with small things between them, would stay with the process, 1 MB and more a graph.
    /// </summary>
    public static void Trim()
    {
        if (CanTrim)
            _ = MallocTrim(0);
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint keep);
}
