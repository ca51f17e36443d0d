using System.Runtime.InteropServices;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

/// <summary>A picture whose pixels have one type.</summary>
public sealed class Image<TPixel> : Image
    where TPixel : unmanaged, IPixel<TPixel>
{
    private TPixel[] pixels;

    public Image(int width, int height)
        : base(Positive(width, nameof(width)), Positive(height, nameof(height))) =>
        pixels = new TPixel[width * height];

    public Image(int width, int height, TPixel backgroundColor)
        : this(width, height) =>
        Array.Fill(pixels, backgroundColor);

    internal Span<TPixel> Pixels => pixels;

    public TPixel this[int x, int y]
    {
        get => pixels[IndexOf(x, y)];
        set => pixels[IndexOf(x, y)] = value;
    }

    /// <summary>Gives access to the rows, which is faster than the indexer.</summary>
    public void ProcessPixelRows(PixelAccessorAction<TPixel> processPixels)
    {
        ArgumentNullException.ThrowIfNull(processPixels);
        EnsureNotDisposed();
        processPixels(new PixelAccessor<TPixel>(this));
    }

    public void CopyPixelDataTo(Span<TPixel> destination)
    {
        EnsureNotDisposed();
        Pixels.CopyTo(destination);
    }

    public void CopyPixelDataTo(Span<byte> destination) => CopyPixelDataTo(MemoryMarshal.Cast<byte, TPixel>(destination));

    public Image<TPixel> Clone()
    {
        EnsureNotDisposed();
        return LoadPixelData<TPixel>(Pixels, Width, Height);
    }

    public override Image<TPixel2> CloneAs<TPixel2>()
    {
        EnsureNotDisposed();
        var result = new Image<TPixel2>(Width, Height);
        var colour = default(Rgba32);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i].ToRgba32(ref colour);
            result.pixels[i].FromRgba32(colour);
        }

        return result;
    }

    public override string ToString() => $"Image<{typeof(TPixel).Name}>: {Width}x{Height}";

    internal override void Accept(IImageVisitor visitor) => visitor.Visit(this);

    internal void Replace(Image<TPixel> other)
    {
        pixels = other.pixels;
        Size = other.Size;
    }

    private static int Positive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    private int IndexOf(int x, int y)
    {
        EnsureNotDisposed();
        if ((uint)x >= (uint)Width)
            throw new ArgumentOutOfRangeException(nameof(x));
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y));
        return (y * Width) + x;
    }
}
