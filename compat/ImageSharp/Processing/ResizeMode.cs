namespace SixLabors.ImageSharp.Processing;

/// <summary>How a picture is fitted into another size.</summary>
public enum ResizeMode
{
    Crop,
    Pad,
    BoxPad,
    Max,
    Min,
    Stretch,
    Manual,
}
