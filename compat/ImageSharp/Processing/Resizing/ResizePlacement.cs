namespace SixLabors.ImageSharp.Processing;

/// <summary>The new size, and where in it the whole source picture is drawn.</summary>
internal readonly record struct ResizePlacement(Size Size, Rectangle Target)
{
    public static ResizePlacement Of(Size source, ResizeOptions options)
    {
        var (width, height) = options.Size;
        if (width <= 0 && height <= 0)
            throw new InvalidOperationException($"Target width {width} and height {height} must be greater than zero.");
        if (width == 0)
            width = (int)MathF.Max(1, MathF.Round(source.Width * height / (float)source.Height));
        if (height == 0)
            height = (int)MathF.Max(1, MathF.Round(source.Height * width / (float)source.Width));

        return options.Mode switch
        {
            ResizeMode.Crop => Crop(source, options.Position, width, height),
            ResizeMode.Pad => Pad(source, options.Position, width, height),
            ResizeMode.BoxPad => BoxPad(source, options.Position, width, height),
            ResizeMode.Max => Max(source, width, height),
            ResizeMode.Min => Min(source, width, height),
            ResizeMode.Manual => Manual(options.TargetRectangle, width, height),
            _ => Whole(width, height),
        };
    }

    private static ResizePlacement Whole(int width, int height) => Within(width, height, 0, 0, width, height);

    private static ResizePlacement Within(int width, int height, int x, int y, int targetWidth, int targetHeight) =>
        new(
            new Size(Math.Max(1, width), Math.Max(1, height)),
            new Rectangle(x, y, Math.Max(1, targetWidth), Math.Max(1, targetHeight)));

    private static ResizePlacement Crop(Size source, AnchorPositionMode position, int width, int height)
    {
        var (byWidth, byHeight) = Ratios(source, width, height);
        return byHeight < byWidth
            ? Within(width, height, 0, Anchor.Vertical(position, height - (source.Height * byWidth)), width, (int)MathF.Ceiling(source.Height * byWidth))
            : Within(width, height, Anchor.Horizontal(position, width - (source.Width * byHeight)), 0, (int)MathF.Ceiling(source.Width * byHeight), height);
    }

    private static ResizePlacement Pad(Size source, AnchorPositionMode position, int width, int height)
    {
        var (byWidth, byHeight) = Ratios(source, width, height);
        return byHeight < byWidth
            ? Within(width, height, Anchor.Horizontal(position, width - (source.Width * byHeight)), 0, (int)MathF.Round(source.Width * byHeight), height)
            : Within(width, height, 0, Anchor.Vertical(position, height - (source.Height * byWidth)), width, (int)MathF.Round(source.Height * byWidth));
    }

    // A picture smaller than the box keeps its size.
    private static ResizePlacement BoxPad(Size source, AnchorPositionMode position, int width, int height) =>
        source.Width < width && source.Height < height
            ? Within(width, height, Anchor.Left(position, width - source.Width), Anchor.Top(position, height - source.Height), source.Width, source.Height)
            : Pad(source, position, width, height);

    private static ResizePlacement Max(Size source, int width, int height)
    {
        var (byWidth, byHeight) = Ratios(source, width, height);
        return source.Height / (float)source.Width < height / (float)width
            ? Whole(width, (int)MathF.Round(source.Height * byWidth))
            : Whole((int)MathF.Round(source.Width * byHeight), height);
    }

    private static ResizePlacement Min(Size source, int width, int height)
    {
        if (width > source.Width || height > source.Height)
            return Whole(source.Width, source.Height);

        var (byWidth, byHeight) = Ratios(source, width, height);
        return (source.Width - width).CompareTo(source.Height - height) switch
        {
            < 0 => Whole(width, (int)MathF.Round(width * ((float)source.Height / source.Width))),
            > 0 => Whole((int)MathF.Round(height * ((float)source.Width / source.Height)), height),
            _ when height > width => Whole(width, (int)MathF.Round(source.Height * byWidth)),
            _ => Whole((int)MathF.Round(source.Width * byHeight), height),
        };
    }

    private static ResizePlacement Manual(Rectangle? target, int width, int height)
    {
        if (target is not { } part)
            throw new InvalidOperationException("Manual resizing requires a target location and size.");

        return Within(width, height, part.X, part.Y, part.Width > 0 ? part.Width : width, part.Height > 0 ? part.Height : height);
    }

    private static (float ByWidth, float ByHeight) Ratios(Size source, int width, int height) =>
        (MathF.Abs(width / (float)source.Width), MathF.Abs(height / (float)source.Height));
}
