using Latent.Data;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Training.Reports;

/// <summary>Renders the images of a report.</summary>
/// <param name="settings">The number of images of each kind.</param>
/// <param name="shape">The shape of an image.</param>
internal sealed class ReportImages(ReportSettings settings, ImageShape shape)
{
    /// <summary>Images wider than this are shown at their size, smaller ones at twice their size.</summary>
    public const int SmallWidth = 64;

    private const int Columns = 8;
    private const int ImagesOfKind = 2;
    private const int InterpolationSteps = Columns;

    // A few large images take as much space as many small ones.
    private readonly int interpolationPairs = shape.Width <= SmallWidth ? 4 : 2;

    /// <summary>Maps rows to rows.</summary>
    public delegate float[] RowTransform(ReadOnlySpan<float> rows);

    /// <summary>Writes the first test images, each above its reconstruction.</summary>
    public void SaveReconstructions(string path, Dataset test, RowTransform reconstruct)
    {
        var originals = test.Rows(..Math.Min(test.Count, settings.Reconstructions));
        ImageGrid.SavePairs(path, originals, reconstruct(originals), shape, Columns);
    }

    /// <summary>Writes a grid of samples from the prior.</summary>
    public void SaveSamples(string path, int latentSize, RowTransform decode)
    {
        var codes = new float[settings.Samples * latentSize];
        new PhiloxStream((long)settings.Seed).FillGaussian(0, codes);
        ImageGrid.Save(path, decode(codes), shape, Columns);
    }

    /// <summary>Renders validation images above their reconstructions, one strip per recorded epoch.</summary>
    /// <param name="history">The reconstructions recorded in training.</param>
    /// <param name="lastEpoch">The last completed epoch.</param>
    /// <param name="reconstruct">
    /// The exported model; its reconstructions are added if the last epoch was not recorded or earlier weights were kept.
    /// </param>
    /// <param name="keptBest">Whether the exported weights may be those of an earlier epoch.</param>
    public IEnumerable<ImageStrip> ReconstructionStrips(
        ReconstructionHistory history,
        int lastEpoch,
        RowTransform reconstruct,
        bool keptBest)
    {
        if (history.Recorded.Count == 0)
            yield break;
        yield return Strip("original", "Original validation images", history.Originals);
        foreach (var (epoch, rows) in history.Recorded)
            yield return Strip($"epoch {epoch}", $"Reconstructions after epoch {epoch}", rows);
        if (keptBest || history.Recorded[^1].Epoch != lastEpoch)
            yield return Strip("exported", "Reconstructions by the exported model", reconstruct(history.Originals));
    }

    /// <summary>Renders interpolations between test images of different labels, for a few pairs.</summary>
    /// <param name="test">The rows to choose from.</param>
    /// <param name="encode">Encodes rows.</param>
    /// <param name="decode">Decodes codes.</param>
    /// <param name="kind">The kind of interpolation.</param>
    public IEnumerable<ImageStrip> Interpolations(Dataset test, RowTransform encode, RowTransform decode, InterpolationKind kind)
    {
        var pairs = RowChoice.OfEachLabel(test, 2 * interpolationPairs).Chunk(2).Where(pair => pair.Length == 2);
        foreach (var pair in pairs)
        {
            var name = RowChoice.LabelOf(test, pair[0]) is { } first
                ? $"{first} to {RowChoice.LabelOf(test, pair[1])}"
                : $"row {pair[0]} to {pair[1]}";
            yield return Strip(name, $"Steps from {name}", decode(Interpolate(encode(test.Subset(pair).Values), kind)));
        }
    }

    /// <summary>Renders a few test images of each label, spread over the data, each beside its anomaly heat map.</summary>
    /// <param name="test">The rows to choose from, with labels.</param>
    /// <param name="errors">Computes the errors of rows.</param>
    /// <param name="maximum">The error shown brightest; null uses the largest error of each image.</param>
    public IEnumerable<ImageStrip> HeatMaps(Dataset test, RowTransform errors, float? maximum)
    {
        foreach (var kind in Enumerable.Range(0, test.Count).GroupBy(row => test.Labels![row]).OrderBy(group => group.Key))
        {
            var name = RowChoice.NameOf(test, kind.Key);
            var shown = test.Subset(Spread([.. kind], ImagesOfKind));
            var found = errors(shown.Values);
            float[] pairs = [.. Enumerable.Range(0, shown.Count)
                .SelectMany(row => Pair(shown.Row(row), found.AsSpan(row * shape.Size, shape.Size), maximum))];
            yield return new ImageStrip(
                name, $"Test images labelled {name}, each beside its heat map", Png(pairs, shape with { Channels = 3 }));
        }
    }

    private static int[] Spread(int[] rows, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, rows.Length))
            .Select(position => rows[((2 * position) + 1) * rows.Length / (2 * Math.Min(count, rows.Length))])];

    private float[] Pair(ReadOnlySpan<float> image, ReadOnlySpan<float> errors, float? maximum)
    {
        float[] plain = shape.Channels == 3 ? image.ToArray() : [.. image, .. image, .. image];
        return [.. plain, .. HeatMap.Draw(image, errors, shape, maximum)];
    }

    private static float[] Interpolate(float[] ends, InterpolationKind kind)
    {
        var size = ends.Length / 2;
        var codes = new float[InterpolationSteps * size];
        LatentPath.Fill(ends.AsSpan(0, size), ends.AsSpan(size), InterpolationSteps, kind, codes);
        return codes;
    }

    private ImageStrip Strip(string name, string alt, float[] rows) => new(name, alt, Png(rows));

    private byte[] Png(float[] rows) => Png(rows, shape);

    private static byte[] Png(float[] rows, ImageShape shape)
    {
        using var stream = new MemoryStream();
        ImageGrid.Save(stream, rows, shape, Columns, shape.Width <= SmallWidth ? 2 : 1);
        return stream.ToArray();
    }
}
