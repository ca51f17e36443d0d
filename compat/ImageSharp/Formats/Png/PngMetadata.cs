namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>What a PNG file says of its pixels.</summary>
public class PngMetadata
{
    public PngColorType? ColorType { get; set; }
}
