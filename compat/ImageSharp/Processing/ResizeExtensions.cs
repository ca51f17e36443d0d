using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Changing the size; a width or height of 0 keeps the proportions.</summary>
public static class ResizeExtensions
{
    public static IImageProcessingContext Resize(this IImageProcessingContext source, Size size) =>
        Resize(source, size.Width, size.Height);

    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height) =>
        Resize(source, width, height, KnownResamplers.Bicubic);

    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height, IResampler sampler) =>
        Resize(source, new ResizeOptions
        {
            Size = new Size(width, height),
            Mode = ResizeMode.Manual,
            Sampler = sampler,
            TargetRectangle = new Rectangle(0, 0, width, height),
        });

    public static IImageProcessingContext Resize(this IImageProcessingContext source, ResizeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Sampler);
        var context = ImageProcessingContext.Of(source);
        context.Apply(new ResizeOperation(ResizePlacement.Of(context.GetCurrentSize(), options), options.Sampler, options.PremultiplyAlpha));
        return context;
    }
}
