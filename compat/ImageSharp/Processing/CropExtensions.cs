namespace SixLabors.ImageSharp.Processing;

/// <summary>Cutting out a part.</summary>
public static class CropExtensions
{
    public static IImageProcessingContext Crop(this IImageProcessingContext source, int width, int height) =>
        Crop(source, new Rectangle(0, 0, width, height));

    public static IImageProcessingContext Crop(this IImageProcessingContext source, Rectangle cropRectangle)
    {
        var context = ImageProcessingContext.Of(source);
        var size = context.GetCurrentSize();
        if (!new Rectangle(0, 0, size.Width, size.Height).Contains(cropRectangle))
            throw new ArgumentException("Crop rectangle should be smaller than the source bounds.", nameof(cropRectangle));

        context.Apply(new CropOperation(cropRectangle));
        return context;
    }
}
