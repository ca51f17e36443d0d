namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>How colour is stored.</summary>
public enum JpegEncodingColor : byte
{
    YCbCrRatio420 = 0,
    YCbCrRatio444 = 1,
    Luminance = 5,
}
