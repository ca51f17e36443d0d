namespace Latent.Codecs;

/// <summary>Grows pictures to sizes that a graph takes, and cuts them back.</summary>
internal static class ImagePadding
{
    /// <summary>The picture in [0, 1] with its last column and its last row repeated.</summary>
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

    /// <summary>The upper left part of a picture, in [0, 1].</summary>
    public static float[] Crop(ReadOnlySpan<float> grown, int grownWidth, int width, int height)
    {
        var pixels = new float[width * height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = Math.Clamp(grown[(i / width * grownWidth) + (i % width)], 0, 1);
        return pixels;
    }
}
