using Latent.Data;

namespace Latent.Training.Evaluation;

/// <summary>
/// How well pixel errors separate defect pixels from all others: the probability that a defect pixel has a larger error
/// than a pixel without defect.
/// </summary>
internal sealed class DefectPixels
{
    private readonly byte[] masks;
    private readonly float[] errors;
    private readonly float[] ordinary;
    private readonly int count;

    private DefectPixels(byte[] masks, float[] errors, int count)
    {
        (this.masks, this.errors, this.count) = (masks, errors, count);
        ordinary = Chosen(_ => true, mask: 0);
    }

    /// <summary>Computes the errors of all pixels; null for rows without defect masks.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Images, normal and anomalous.</param>
    public static DefectPixels? Find(IReconstructor model, Dataset rows)
    {
        if (rows.Masks is not { } masks || rows.Image is not { } shape)
            return null;

        var errors = model.Errors(rows.Values);
        return new DefectPixels(masks, PerPixel(errors, shape.Channels, shape.Height * shape.Width), rows.Count);
    }

    /// <summary>Computes the area under the ROC curve: defect pixels of selected images against all pixels without defect.</summary>
    /// <param name="isSelected">Whether the defects of an image count.</param>
    public double Auroc(Func<int, bool> isSelected) => RankStatistics.Auroc(ordinary, Chosen(isSelected, mask: 1));

    private float[] Chosen(Func<int, bool> isSelected, byte mask)
    {
        var size = errors.Length / count;
        var chosen = new List<float>();
        for (var row = 0; row < count; row++)
        {
            for (var pixel = row * size; pixel < (row + 1) * size && isSelected(row); pixel++)
            {
                if (masks[pixel] == mask)
                    chosen.Add(errors[pixel]);
            }
        }

        return [.. chosen];
    }

    private static float[] PerPixel(float[] errors, int channels, int pixels)
    {
        if (channels == 1)
            return errors;

        var sums = new float[errors.Length / channels];
        for (var i = 0; i < errors.Length; i++)
            sums[(i / (channels * pixels) * pixels) + (i % pixels)] += errors[i];
        return sums;
    }
}
