using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp;

/// <summary>An <see cref="ImageHeader"/> as native code lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeHeader
{
    public uint Width;
    public uint Height;
    public int Channels;
    public int Depth;

    public NativeHeader(ImageHeader header)
    {
        Width = (uint)header.Width;
        Height = (uint)header.Height;
        Channels = header.Channels;
        Depth = header.Depth;
    }

    public readonly ImageHeader ToManaged() => new(checked((int)Width), checked((int)Height), Channels, Depth);
}
