using Latent.Imaging;

namespace Latent.Training.Data;

/// <summary>Shows pictures mirrored as well.</summary>
internal static class PictureMirror
{
    /// <summary>Each picture as it is, mirrored left to right, top to bottom, and both: four times as many, first those as they are.</summary>
    /// <param name="pictures">Pictures.</param>
    /// <exception cref="DataException">The rows are no pictures.</exception>
    public static Dataset Apply(Dataset pictures)
    {
        var shape = pictures.Image ?? throw new DataException(
            "The rows cannot be mirrored", pictures.Name, "pictures", $"rows of {pictures.SampleSize} numbers", "Leave data.mirror out.");
        var values = new float[4 * pictures.Values.Length];
        for (var row = 0; row < pictures.Count; row++)
        {
            for (var way = 0; way < 4; way++)
                Copy(pictures.Row(row), values.AsSpan(((way * pictures.Count) + row) * shape.Size, shape.Size), shape, way % 2 == 1, way / 2 == 1);
        }

        int[]? labels = pictures.Labels is { } once ? [.. once, .. once, .. once, .. once] : null;
        return new Dataset(pictures.Name, pictures.SampleShape, values, labels, pictures.LabelNames, range: pictures.Range) { LabelGroups = pictures.LabelGroups };
    }

    private static void Copy(ReadOnlySpan<float> picture, Span<float> mirrored, ImageShape shape, bool across, bool down)
    {
        for (var line = 0; line < shape.Channels * shape.Height; line++)
        {
            var (channel, y) = (line / shape.Height, line % shape.Height);
            var from = (channel * shape.Height) + (down ? shape.Height - 1 - y : y);
            var target = mirrored.Slice(line * shape.Width, shape.Width);
            picture.Slice(from * shape.Width, shape.Width).CopyTo(target);
            if (across)
                target.Reverse();
        }
    }
}
