using System.Numerics;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Grey of 8 bits.</summary>
public struct L8 : IPixel<L8>
{
    public L8(byte luminance) => PackedValue = luminance;

    public byte PackedValue { get; set; }

    public static bool operator ==(L8 left, L8 right) => left.Equals(right);

    public static bool operator !=(L8 left, L8 right) => !left.Equals(right);

    public void FromScaledVector4(Vector4 vector)
    {
        var bytes = Luminance.ToBytes(vector);
        PackedValue = Luminance.Of((byte)bytes.X, (byte)bytes.Y, (byte)bytes.Z);
    }

    public readonly Vector4 ToScaledVector4()
    {
        var value = PackedValue / 255F;
        return new Vector4(value, value, value, 1F);
    }

    public void FromL8(L8 source) => this = source;

    public void FromL16(L16 source) => PackedValue = Luminance.To8(source.PackedValue);

    public void FromRgb24(Rgb24 source) => PackedValue = Luminance.Of(source.R, source.G, source.B);

    public void FromRgba32(Rgba32 source) => PackedValue = Luminance.Of(source.R, source.G, source.B);

    public readonly void ToRgba32(ref Rgba32 dest) => dest = new Rgba32(PackedValue, PackedValue, PackedValue);

    public readonly bool Equals(L8 other) => PackedValue == other.PackedValue;

    public override readonly bool Equals(object? obj) => obj is L8 other && Equals(other);

    public override readonly int GetHashCode() => PackedValue.GetHashCode();

    public override readonly string ToString() => $"L8({PackedValue})";
}
