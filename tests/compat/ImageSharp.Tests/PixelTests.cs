using System.Numerics;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

public class PixelTests
{
    [Theory]
    [InlineData(255, 0, 0, 54)]
    [InlineData(0, 255, 0, 182)]
    [InlineData(0, 0, 255, 18)]
    [InlineData(10, 20, 30, 19)]
    [InlineData(255, 255, 255, 255)]
    public void FromRgb24_Colour_IsBt709Luminance(byte r, byte g, byte b, byte expected)
    {
        var grey = default(L8);
        grey.FromRgb24(new Rgb24(r, g, b));

        Assert.Equal(expected, grey.PackedValue);
    }

    [Fact]
    public void FromRgba32_Rgb24_DropsOpacity()
    {
        var colour = default(Rgb24);
        colour.FromRgba32(new Rgba32(1, 2, 3, 0));

        Assert.Equal(new Rgb24(1, 2, 3), colour);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(128, 0)]
    [InlineData(129, 1)]
    [InlineData(32896, 128)]
    [InlineData(65535, 255)]
    public void FromL16_L8_RoundsToNearest(ushort wide, byte expected)
    {
        var grey = default(L8);
        grey.FromL16(new L16(wide));

        Assert.Equal(expected, grey.PackedValue);
    }

    [Theory]
    [InlineData(-1f, 0)]
    [InlineData(0.5f, 128)]
    [InlineData(2f, 255)]
    public void FromScaledVector4_OutOfRange_Clamps(float value, byte expected)
    {
        var colour = default(Rgb24);
        colour.FromScaledVector4(new Vector4(value));

        Assert.Equal(new Rgb24(expected, expected, expected), colour);
    }
}
