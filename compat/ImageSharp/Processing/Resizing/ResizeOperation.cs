using System.Numerics;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Resizes along rows, then along columns.</summary>
internal sealed record ResizeOperation(ResizePlacement Placement, IResampler Sampler, bool PremultiplyAlpha) : IImageOperation
{
    private Rectangle Drawn => Rectangle.Intersect(Placement.Target, new Rectangle(0, 0, Placement.Size.Width, Placement.Size.Height));

    Image<TPixel> IImageOperation.Apply<TPixel>(Image<TPixel> source)
    {
        if (source.Size == Placement.Size && source.Bounds == Placement.Target)
            return source;

        var result = new Image<TPixel>(Placement.Size.Width, Placement.Size.Height);
        if (Sampler is NearestNeighborResampler)
            PickNearest(source, result);
        else
            Resample(source, result, PremultiplyAlpha && default(TPixel) is Rgba32);
        return result;
    }

    private void PickNearest<TPixel>(Image<TPixel> source, Image<TPixel> result)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var (target, drawn) = (Placement.Target, Drawn);
        var (byWidth, byHeight) = (source.Width / (float)target.Width, source.Height / (float)target.Height);
        for (var y = drawn.Top; y < drawn.Bottom; y++)
        {
            for (var x = drawn.Left; x < drawn.Right; x++)
                result[x, y] = source[(int)((x - target.X) * byWidth), (int)((y - target.Y) * byHeight)];
        }
    }

    private void Resample<TPixel>(Image<TPixel> source, Image<TPixel> result, bool premultiply)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var target = Placement.Target;
        var drawn = Drawn;
        var columns = ResizeRows(source, ResizeKernelMap.Calculate(Sampler, source.Width, target.Width), drawn, premultiply);
        var kernels = ResizeKernelMap.Calculate(Sampler, source.Height, target.Height);
        for (var y = drawn.Top; y < drawn.Bottom; y++)
        {
            var row = result.Pixels.Slice(y * result.Width, result.Width);
            for (var x = drawn.Left; x < drawn.Right; x++)
            {
                var column = columns.AsSpan((x - drawn.Left) * source.Height, source.Height);
                var value = kernels[y - target.Y].Convolve(column);
                row[x].FromScaledVector4(premultiply ? Divided(value) : value);
            }
        }
    }

    /// <summary>The picture with its new width, column by column.</summary>
    private Vector4[] ResizeRows<TPixel>(Image<TPixel> source, ResizeKernel[] kernels, Rectangle drawn, bool premultiply)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var columns = new Vector4[drawn.Width * source.Height];
        var row = new Vector4[source.Width];
        for (var y = 0; y < source.Height; y++)
        {
            for (var x = 0; x < row.Length; x++)
            {
                var value = source.Pixels[(y * source.Width) + x].ToScaledVector4();
                row[x] = premultiply ? Multiplied(value) : value;
            }

            for (var x = drawn.Left; x < drawn.Right; x++)
                columns[((x - drawn.Left) * source.Height) + y] = kernels[x - Placement.Target.X].Convolve(row);
        }

        return columns;
    }

    private static Vector4 Multiplied(Vector4 value) => value * new Vector4(value.W, value.W, value.W, 1F);

    private static Vector4 Divided(Vector4 value) =>
        value.W == 0 ? value : value / new Vector4(value.W, value.W, value.W, 1F);
}
