namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>A pixel type.</summary>
public interface IPixel<TSelf> : IPixel, IEquatable<TSelf>
    where TSelf : unmanaged, IPixel<TSelf>;
