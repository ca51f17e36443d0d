using Latent.Data;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Training.Reports;

/// <summary>Draws what a model does to pictures.</summary>
/// <param name="settings">How many of each.</param>
/// <param name="shape">The shape of a picture.</param>
internal sealed class ReportImages(ReportSettings settings, ImageShape shape)
{
    /// <summary>Pictures wider than this are shown as they are, smaller ones twice as large.</summary>
    public const int SmallWidth = 64;

    private const int Columns = 8;
    private const int ImagesOfKind = 2;
    private const int InterpolationSteps = Columns;

    // Few large pictures take as much room as many small ones.
    private readonly int interpolationPairs = shape.Width <= SmallWidth ? 4 : 2;

    /// <summary>Turns rows into rows.</summary>
    public delegate float[] ReconstructRows2(ReadOnlySpan<float> rows);

    /// <summary>The first test pictures, each over its reconstruction.</summary>
    public void SaveReconstructions(string path, Dataset test, ReconstructRows2 reconstruct)
    {
        var originals = test.Rows(..Math.Min(test.Count, settings.Reconstructions));
        ImageGrid.SavePairs(path, originals, reconstruct(originals), shape, Columns);
    }

    /// <summary>A grid of drawings from the prior.</summary>
    public void SaveSamples(string path, int latentSize, ReconstructRows2 decode)
    {
        var codes = new float[settings.Samples * latentSize];
        new PhiloxStream((long)settings.Seed).FillGaussian(0, codes);
        ImageGrid.Save(path, decode(codes), shape, Columns);
    }

    /// <summary>Validation pictures over their reconstructions, an epoch below the other.</summary>
    /// <param name="history">What was recorded in training.</param>
    /// <param name="lastEpoch">The last epoch that ran.</param>
    /// <param name="reconstruct">The model as it was exported; shown as well where the film does not end with the last epoch, or a better one was kept.</param>
    /// <param name="keptBest">Whether the exported weights may be those of an earlier epoch.</param>
    public IEnumerable<ImageStrip> Film(ReconstructionHistory history, int lastEpoch, ReconstructRows2 reconstruct, bool keptBest)
    {
        if (history.Recorded.Count == 0)
            yield break;
        yield return Strip("original", "Validation pictures as they are", history.Originals);
        foreach (var (epoch, rows) in history.Recorded)
            yield return Strip($"epoch {epoch}", $"The same pictures as the model drew them after epoch {epoch}", rows);
        if (keptBest || history.Recorded[^1].Epoch != lastEpoch)
            yield return Strip("exported", "The same pictures as the exported model draws them", reconstruct(history.Originals));
    }

    /// <summary>The way from one test picture to another of a different label, for a few pairs.</summary>
    /// <param name="test">The rows to choose from.</param>
    /// <param name="encode">Gives the codes of rows.</param>
    /// <param name="decode">Gives the rows of codes.</param>
    /// <param name="kind">The way between two codes.</param>
    public IEnumerable<ImageStrip> Interpolations(Dataset test, ReconstructRows2 encode, ReconstructRows2 decode, InterpolationKind kind)
    {
        var pairs = RowChoice.OfEachLabel(test, 2 * interpolationPairs).Chunk(2).Where(pair => pair.Length == 2);
        foreach (var pair in pairs)
        {
            var name = RowChoice.LabelOf(test, pair[0]) is { } first ? $"{first} to {RowChoice.LabelOf(test, pair[1])}" : $"row {pair[0]} to {pair[1]}";
            yield return Strip(name, $"Steps from {name}", decode(Way(encode(test.Subset(pair).Values), kind)));
        }
    }

    /// <summary>A few test pictures of each label, from all over the data, each beside its heat map: where the model finds it strange.</summary>
    /// <param name="test">The rows to choose from, with labels.</param>
    /// <param name="errors">Gives the errors of rows.</param>
    /// <param name="maximum">The error that is drawn brightest; null takes the largest of each picture.</param>
    public IEnumerable<ImageStrip> HeatMaps(Dataset test, ReconstructRows2 errors, float? maximum)
    {
        foreach (var kind in Enumerable.Range(0, test.Count).GroupBy(row => test.Labels![row]).OrderBy(group => group.Key))
        {
            var name = RowChoice.NameOf(test, kind.Key);
            var shown = test.Subset(Spread([.. kind], ImagesOfKind));
            var found = errors(shown.Values);
            float[] pairs = [.. Enumerable.Range(0, shown.Count).SelectMany(row => Pair(shown.Row(row), found.AsSpan(row * shape.Size, shape.Size), maximum))];
            yield return new ImageStrip(name, $"Test pictures labelled {name}, each beside its heat map", Png(pairs, shape with { Channels = 3 }));
        }
    }

    private static int[] Spread(int[] rows, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, rows.Length)).Select(position => rows[((2 * position) + 1) * rows.Length / (2 * Math.Min(count, rows.Length))])];

    private float[] Pair(ReadOnlySpan<float> image, ReadOnlySpan<float> errors, float? maximum)
    {
        float[] plain = shape.Channels == 3 ? image.ToArray() : [.. image, .. image, .. image];
        return [.. plain, .. HeatMap.Draw(image, errors, shape, maximum)];
    }

    private static float[] Way(float[] ends, InterpolationKind kind)
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
