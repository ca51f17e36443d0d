using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One argument or result as native code sees it. <c>Count</c> is a list length, a device index, or the KiB of a returned tensor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public Tag Tag;
    public int Count;
    public long Bits;

    public readonly double Double => BitConverter.Int64BitsToDouble(Bits);
}
