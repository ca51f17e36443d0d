using Latent.Data;

namespace Latent.Training.Evaluation;

/// <summary>
/// How well the errors of pixels tell those of defects from all others: the probability that a pixel of a defect has a
/// larger error than any other pixel of the pictures.
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

    /// <summary>The errors of all pixels; null where nobody knows which of them belong to defects.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Pictures, normal and others.</param>
    public static DefectPixels? Find(IReconstructor model, Dataset rows)
    {
        if (rows.Masks is not { } masks || rows.Image is not { } shape)
            return null;

        var errors = model.Errors(rows.Values);
        return new DefectPixels(masks, PerPixel(errors, shape.Channels, shape.Height * shape.Width), rows.Count);
    }

    /// <summary>The area under the curve for the defects of some of the pictures, against all pixels without.</summary>
    /// <param name="isMeant">Whether a picture's defects count.</param>
    public double Auroc(Func<int, bool> isMeant) => RankStatistics.Auroc(ordinary, Chosen(isMeant, mask: 1));

    private float[] Chosen(Func<int, bool> isMeant, byte mask)
    {
        var size = errors.Length / count;
        var chosen = new List<float>();
        for (var row = 0; row < count; row++)
        {
            for (var pixel = row * size; pixel < (row + 1) * size && isMeant(row); pixel++)
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
