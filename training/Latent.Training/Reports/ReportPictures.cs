using Latent.Imaging;
using Latent.Runtime;
using Latent.Training.Data;
using Latent.Training.Recipes;

namespace Latent.Training.Reports;

/// <summary>Draws what a model does to pictures.</summary>
/// <param name="settings">How many of each.</param>
/// <param name="shape">The shape of a picture.</param>
internal sealed class ReportPictures(ReportSettings settings, ImageShape shape)
{
    private const int Columns = 8;

    /// <summary>Turns rows into rows.</summary>
    public delegate float[] Redraw(ReadOnlySpan<float> rows);

    /// <summary>The first test pictures, each over its reconstruction.</summary>
    public void SaveReconstructions(string path, Dataset test, Redraw reconstruct)
    {
        var originals = test.Rows(..Math.Min(test.Count, settings.Reconstructions));
        ImageGrid.SavePairs(path, originals, reconstruct(originals), shape, Columns);
    }

    /// <summary>A grid of drawings from the prior.</summary>
    public void SaveSamples(string path, int latentSize, Redraw decode)
    {
        var codes = new float[settings.Samples * latentSize];
        new PhiloxStream((long)settings.Seed).FillGaussian(0, codes);
        ImageGrid.Save(path, decode(codes), shape, Columns);
    }
}
