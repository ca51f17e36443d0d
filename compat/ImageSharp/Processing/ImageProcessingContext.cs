using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Holds the result so far.</summary>
internal abstract class ImageProcessingContext : IImageProcessingContext
{
    public abstract Size GetCurrentSize();

    public abstract void Apply(IImageOperation operation);

    public static ImageProcessingContext Of(IImageProcessingContext context) =>
        context as ImageProcessingContext ?? throw new NotSupportedException("Only the context that Mutate and Clone give can be used.");

    internal sealed class Typed<TPixel>(Image<TPixel> start) : ImageProcessingContext
        where TPixel : unmanaged, IPixel<TPixel>
    {
        public Image<TPixel> Result { get; private set; } = start;

        public override Size GetCurrentSize() => Result.Size;

        public override void Apply(IImageOperation operation) => Result = operation.Apply(Result);
    }
}
