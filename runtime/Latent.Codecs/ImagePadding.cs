namespace Latent.Codecs;

/// <summary>Pads images to sizes that a graph accepts, and crops them back.</summary>
internal static class ImagePadding
{
    /// <summary>Pads an image by repeating its last column and row; clamps pixels to [0, 1].</summary>
    public static float[] Grow(ReadOnlySpan<float> pixels, int width, int height, int grownWidth, int grownHeight)
    {
        var grown = new float[checked(grownWidth * grownHeight)];
        for (var i = 0; i < grown.Length; i++)
        {
            var (row, column) = (Math.Min(i / grownWidth, height - 1), Math.Min(i % grownWidth, width - 1));
            grown[i] = Math.Clamp(pixels[(row * width) + column], 0, 1);
        }

        return grown;
    }

    /// <summary>Crops an image to its upper left part; clamps pixels to [0, 1].</summary>
    public static float[] Crop(ReadOnlySpan<float> grown, int grownWidth, int width, int height)
    {
        var pixels = new float[width * height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Math.Clamp(grown[(i / width * grownWidth) + (i % width)], 0, 1);
        return pixels;
    }
}
