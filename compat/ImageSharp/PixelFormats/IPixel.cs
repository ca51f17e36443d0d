using System.Numerics;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>What every pixel type can be made of and turned into.</summary>
public interface IPixel
{
    void FromScaledVector4(Vector4 vector);

    Vector4 ToScaledVector4();

    void FromL8(L8 source);

    void FromL16(L16 source);

    void FromRgb24(Rgb24 source);

    void FromRgba32(Rgba32 source);

    void ToRgba32(ref Rgba32 dest);
}
