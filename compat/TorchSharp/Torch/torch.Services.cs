using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of LibTorch that does the work.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(Native.lt_version())!;

    public static int get_num_threads() => Native.lt_threads();

    public static void set_num_threads(int num) => Native.Check(Native.lt_set_threads(num));

    public static int get_num_interop_threads() => Native.lt_interop_threads();

    public static void set_num_interop_threads(int num) => Native.Check(Native.lt_set_interop_threads(num));

    public static bool cuda_is_available() => cuda.is_available();
}
