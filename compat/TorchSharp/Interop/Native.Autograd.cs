using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_requires_grad(nint handle);
    [LibraryImport(Library)] public static partial int lt_tensor_is_leaf(nint handle);
    [LibraryImport(Library)] public static partial int lt_tensor_set_requires_grad(nint handle, int value);
    [LibraryImport(Library)] public static partial nint lt_tensor_grad(nint handle, int* kibibytes);
    [LibraryImport(Library)] public static partial int lt_tensor_set_grad(nint handle, nint gradient);
    [LibraryImport(Library)] public static partial int lt_tensor_retain_grad(nint handle);

    [LibraryImport(Library)]
    public static partial int lt_backward(
        nint* outputs, int outputCount, nint* gradients, int gradientCount,
        int retainGraph, int createGraph, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int lt_grad(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)] public static partial int lt_grad_mode();
    [LibraryImport(Library)] public static partial void lt_set_grad_mode(int enabled);
    [LibraryImport(Library)] public static partial int lt_inference_mode();
    [LibraryImport(Library)] public static partial nint lt_inference_guard(int enabled);
    [LibraryImport(Library)] public static partial void lt_inference_guard_free(nint guard);
}
