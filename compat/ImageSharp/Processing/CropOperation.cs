namespace SixLabors.ImageSharp.Processing;

internal sealed record CropOperation(Rectangle Part) : IImageOperation
{
    Image<TPixel> IImageOperation.Apply<TPixel>(Image<TPixel> source)
    {
        var result = new Image<TPixel>(Part.Width, Part.Height);
        for (var y = 0; y < Part.Height; y++)
            source.Pixels.Slice(((Part.Y + y) * source.Width) + Part.X, Part.Width).CopyTo(result.Pixels[(y * Part.Width)..]);
        return result;
    }
}
