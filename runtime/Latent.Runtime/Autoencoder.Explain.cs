using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Explanations of verdicts, heat maps, and reading rows from text.</content>
public sealed partial class Autoencoder
{
    private const int DefaultContributions = 3;

    private readonly Lazy<TableFormat> table;

    /// <summary>The columns of a row, for reading rows from text.</summary>
    /// <exception cref="BundleException">The bundle's vocabulary is damaged.</exception>
    public TableFormat Table => table.Value;

    /// <summary>Decides for each row whether it is an anomaly, and names the features that contribute most to the score.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="DefaultThreshold"/>.</param>
    /// <param name="contributions">The number of features named per row, 1 or more. Default: 3.</param>
    /// <returns>One explanation per row, in order.</returns>
    /// <exception cref="InputException">
    /// The bundle does not list the quantile, or <paramref name="contributions"/> is less than 1.
    /// </exception>
    public IReadOnlyList<Explanation> Explain(
        ReadOnlySpan<float> rows, Threshold? threshold = null, int contributions = DefaultContributions)
    {
        if (contributions < 1)
            throw new InputException(
                "The number of contributions is out of range.", "Explain", nameof(contributions), "1 or more",
                contributions.ToString(CultureInfo.InvariantCulture), "ask for at least one contribution, or call Detect.");

        var limit = ScoreOf(threshold);
        var scores = Score(rows, withErrors: true);
        var explanations = new Explanation[scores.Count];
        for (var row = 0; row < explanations.Length; row++)
        {
            var errors = scores.Errors.AsSpan(row * InputSize, InputSize);
            explanations[row] = new(new(row, scores.Values[row], limit), TopContributions.Find(errors, contributions, Table.NameOf));
        }
        return explanations;
    }

    /// <summary>Computes reconstruction error maps of images: the contribution of each pixel to the score.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <returns>
    /// <c>[n, height, width]</c> errors, each the mean over the channels of a pixel; <c>Latent.Imaging.HeatMap</c> overlays them on an
    /// image.
    /// </returns>
    /// <exception cref="UnsupportedOperationException">The model's rows are not images.</exception>
    public float[] HeatMap(ReadOnlySpan<float> rows)
    {
        var image = requirements.Image("HeatMap");
        var maps = new float[rows.Length / InputSize * image.Height * image.Width];
        HeatMap(rows, maps);
        return maps;
    }

    /// <summary>Computes reconstruction error maps of images, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="maps">Receives <c>[n, height, width]</c> errors, each the mean over the channels of a pixel.</param>
    /// <exception cref="UnsupportedOperationException">The model's rows are not images.</exception>
    public void HeatMap(ReadOnlySpan<float> rows, Span<float> maps)
    {
        using var use = lifetime.Enter();
        var image = requirements.Image("HeatMap");
        var score = requirements.Graph(graphs.Score, "HeatMap", "score");
        requirements.Output(score, "HeatMap", TensorRole.Errors);
        var count = CountRows(rows, "HeatMap", nameof(rows));
        var pixels = image.Height * image.Width;
        RowArguments.CheckDestination(maps, count, pixels, "HeatMap", nameof(maps));

        // Runs in parts, because the errors of all rows may be far larger than the maps.
        var part = Math.Min(count, options.MaxBatch);
        using var scores = new PooledBuffer(part);
        using var errors = new PooledBuffer((long)part * InputSize);
        for (var done = 0; done < count; done += part)
        {
            part = Math.Min(part, count - done);
            var values = errors.Span[..(part * InputSize)];
            score.Run(rows.Slice(done * InputSize, part * InputSize), part, scores.Span[..part], values);
            ChannelMeans.Fill(values, image.Channels, pixels, maps.Slice(done * pixels, part * pixels));
        }
    }
}
