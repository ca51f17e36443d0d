namespace SixLabors.ImageSharp.Processing;

/// <summary>The picture that operations are applied to, one after another.</summary>
public interface IImageProcessingContext
{
    Size GetCurrentSize();
}
