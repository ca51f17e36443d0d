using Latent.Files;
using Latent.Imaging;

namespace Latent.Data;

/// <summary>Augments images by mirroring.</summary>
public static class ImageMirror
{
    /// <summary>
    /// Returns each image unchanged, flipped horizontally, flipped vertically, and flipped both ways: four times as many images,
    /// the originals first.
    /// </summary>
    /// <param name="images">The images.</param>
    /// <exception cref="DataException">The rows are not images.</exception>
    public static Dataset Apply(Dataset images)
    {
        var shape = images.Image ?? throw new DataException(
            "The rows cannot be mirrored.", images.Name, "images", $"rows of {images.SampleSize} values", "Remove data.mirror.");
        var values = new float[4 * images.Values.Length];
        for (var row = 0; row < images.Count; row++)
        {
            for (var flip = 0; flip < 4; flip++)
            {
                var target = values.AsSpan(((flip * images.Count) + row) * shape.Size, shape.Size);
                Copy(images.Row(row), target, shape, flip % 2 == 1, flip / 2 == 1);
            }
        }

        int[]? labels = images.Labels is { } once ? [.. once, .. once, .. once, .. once] : null;
        return new Dataset(images.Name, images.Schema, values, labels, images.LabelNames, range: images.Range)
        {
            LabelGroups = images.LabelGroups
        };
    }

    private static void Copy(ReadOnlySpan<float> image, Span<float> mirrored, ImageShape shape, bool horizontally, bool vertically)
    {
        for (var line = 0; line < shape.Channels * shape.Height; line++)
        {
            var (channel, y) = (line / shape.Height, line % shape.Height);
            var from = (channel * shape.Height) + (vertically ? shape.Height - 1 - y : y);
            var target = mirrored.Slice(line * shape.Width, shape.Width);
            image.Slice(from * shape.Width, shape.Width).CopyTo(target);
            if (horizontally)
                target.Reverse();
        }
    }
}
