namespace SixLabors.ImageSharp;

/// <summary>The format is known, the content is damaged.</summary>
public sealed class InvalidImageContentException : ImageFormatException
{
    public InvalidImageContentException(string errorMessage)
        : base(errorMessage)
    {
    }

    public InvalidImageContentException(string errorMessage, Exception innerException)
        : base(errorMessage, innerException)
    {
    }

    internal static InvalidImageContentException TooLarge(long width, long height) =>
        new($"Cannot decode image. Failed to allocate buffers for possibly degenerate dimensions: {width}x{height}.");
}
