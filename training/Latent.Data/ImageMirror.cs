using Latent.Imaging;

namespace Latent.Data;

/// <summary>Shows pictures mirrored as well.</summary>
public static class ImageMirror
{
    /// <summary>Each picture as it is, mirrored left to right, top to bottom, and both: four times as many, first those as they are.</summary>
    /// <param name="images">Pictures.</param>
    /// <exception cref="DataException">The rows are no pictures.</exception>
    public static Dataset Apply(Dataset images)
    {
        var shape = images.Image ?? throw new DataException(
            "The rows cannot be mirrored", images.Name, "pictures", $"rows of {images.SampleSize} numbers", "Leave data.mirror out.");
        var values = new float[4 * images.Values.Length];
        for (var row = 0; row < images.Count; row++)
        {
            for (var way = 0; way < 4; way++)
                Copy(images.Row(row), values.AsSpan(((way * images.Count) + row) * shape.Size, shape.Size), shape, way % 2 == 1, way / 2 == 1);
        }

        int[]? labels = images.Labels is { } once ? [.. once, .. once, .. once, .. once] : null;
        return new Dataset(images.Name, images.SampleShape, values, labels, images.LabelNames, range: images.Range) { LabelGroups = images.LabelGroups };
    }

    private static void Copy(ReadOnlySpan<float> image, Span<float> mirrored, ImageShape shape, bool across, bool down)
    {
        for (var line = 0; line < shape.Channels * shape.Height; line++)
        {
            var (channel, y) = (line / shape.Height, line % shape.Height);
            var from = (channel * shape.Height) + (down ? shape.Height - 1 - y : y);
            var target = mirrored.Slice(line * shape.Width, shape.Width);
            image.Slice(from * shape.Width, shape.Width).CopyTo(target);
            if (across)
                target.Reverse();
        }
    }
}
