using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

/// <summary>A picture in memory.</summary>
public abstract partial class Image : IDisposable
{
    private bool isDisposed;

    private protected Image(int width, int height) => Size = new Size(width, height);

    public Size Size { get; private protected set; }

    public int Width => Size.Width;

    public int Height => Size.Height;

    public Rectangle Bounds => new(0, 0, Width, Height);

    public void Dispose()
    {
        isDisposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the picture in the encoder's format.</summary>
    public void Save(Stream stream, IImageEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(encoder);
        EnsureNotDisposed();
        Accept(new EncodeVisitor(stream, encoder));
    }

    /// <summary>The same picture in another pixel type.</summary>
    public abstract Image<TPixel2> CloneAs<TPixel2>()
        where TPixel2 : unmanaged, IPixel<TPixel2>;

    internal void EnsureNotDisposed() =>
        ObjectDisposedException.ThrowIf(isDisposed, this);

    internal abstract void Accept(IImageVisitor visitor);

    private sealed class EncodeVisitor(Stream stream, IImageEncoder encoder) : IImageVisitor
    {
        public void Visit<TPixel>(Image<TPixel> image)
            where TPixel : unmanaged, IPixel<TPixel> => encoder.Encode(image, stream);
    }
}
