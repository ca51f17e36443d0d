using System.Numerics;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Brightness by ITU-R BT.709, taken of values as they are stored, and changes of depth.</summary>
internal static class Luminance
{
    private const float Red = .2126F;
    private const float Green = .7152F;
    private const float Blue = .0722F;

    public static byte Of(byte r, byte g, byte b) => (byte)((r * Red) + (g * Green) + (b * Blue) + 0.5F);

    public static ushort Of16(float r, float g, float b) => (ushort)((r * Red) + (g * Green) + (b * Blue) + 0.5F);

    public static byte To8(ushort value) => (byte)(((value * 255) + 32895) >> 16);

    public static ushort To16(byte value) => (ushort)(value * 257);

    /// <summary>Channels of 0 to 1 as bytes, rounded half up.</summary>
    public static Vector4 ToBytes(Vector4 scaled) =>
        Vector4.Clamp((scaled * 255F) + new Vector4(0.5F), Vector4.Zero, new Vector4(255F));
}
