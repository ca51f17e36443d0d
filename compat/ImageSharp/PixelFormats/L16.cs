using System.Numerics;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Grey of 16 bits.</summary>
public struct L16 : IPixel<L16>
{
    private const float Max = ushort.MaxValue;

    public L16(ushort luminance) => PackedValue = luminance;

    public ushort PackedValue { get; set; }

    public static bool operator ==(L16 left, L16 right) => left.Equals(right);

    public static bool operator !=(L16 left, L16 right) => !left.Equals(right);

    public void FromScaledVector4(Vector4 vector)
    {
        vector = Vector4.Clamp(vector, Vector4.Zero, Vector4.One) * Max;
        PackedValue = Luminance.Of16(vector.X, vector.Y, vector.Z);
    }

    public readonly Vector4 ToScaledVector4()
    {
        var value = PackedValue / Max;
        return new Vector4(value, value, value, 1F);
    }

    public void FromL8(L8 source) => PackedValue = Luminance.To16(source.PackedValue);

    public void FromL16(L16 source) => this = source;

    public void FromRgb24(Rgb24 source) => FromRgba32(new Rgba32(source.R, source.G, source.B));

    public void FromRgba32(Rgba32 source) =>
        PackedValue = Luminance.Of16(Luminance.To16(source.R), Luminance.To16(source.G), Luminance.To16(source.B));

    public readonly void ToRgba32(ref Rgba32 dest)
    {
        var value = Luminance.To8(PackedValue);
        dest = new Rgba32(value, value, value);
    }

    public readonly bool Equals(L16 other) => PackedValue == other.PackedValue;

    public override readonly bool Equals(object? obj) => obj is L16 other && Equals(other);

    public override readonly int GetHashCode() => PackedValue.GetHashCode();

    public override readonly string ToString() => $"L16({PackedValue})";
}
