using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [LibraryImport(Library)] public static partial void lt_tensor_free(nint handle);
    [LibraryImport(Library)] public static partial nint lt_tensor_alias(nint handle);
    [LibraryImport(Library)] public static partial nint lt_tensor_from_memory(void* data, long* sizes, int dimensions, int dtype);
    [LibraryImport(Library)] public static partial nint lt_tensor_data(nint handle);

    [LibraryImport(Library), SuppressGCTransition] public static partial long lt_tensor_dim(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long lt_tensor_numel(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_dtype(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long lt_tensor_element_size(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_device_type(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_device_index(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_is_sparse(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial int lt_tensor_is_contiguous(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial long lt_tensor_storage_offset(nint handle);
    [LibraryImport(Library), SuppressGCTransition] public static partial void lt_tensor_sizes(nint handle, long* target);
    [LibraryImport(Library), SuppressGCTransition] public static partial void lt_tensor_strides(nint handle, long* target);
}
