namespace SixLabors.ImageSharp;

/// <summary>No decoder or encoder knows the format.</summary>
public sealed class UnknownImageFormatException : ImageFormatException
{
    public UnknownImageFormatException(string errorMessage)
        : base(errorMessage)
    {
    }
}
