using Latent.Runtime;
using Latent.Training.Autoencoders;

namespace Latent.Training.Export;

/// <summary>
/// Synthetic inputs for golden vectors: rows that the model decodes from codes with the distribution of the validation
/// codes. They resemble the data, but a bundle can be shared without any training row.
/// </summary>
internal static class GoldenRows
{
    private const int MaxRows = 4;

    // Golden vectors of large images would be larger than the model.
    private const int MaxValues = 1 << 14;

    private const long Seed = 2026;
    private const int SampledRows = 64;

    /// <summary>
    /// Samples codes from a normal distribution with the mean and standard deviation of each latent over
    /// <paramref name="codes"/>, and returns the first ones whose rows are unambiguous (<see cref="UnambiguousRows"/>).
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="files">Its exported graphs.</param>
    /// <param name="codes">Codes of validation rows, row-major.</param>
    /// <returns>Four codes, concatenated; fewer for rows of more than 4,096 features.</returns>
    /// <exception cref="ParityException">Too few of the sampled rows are unambiguous.</exception>
    public static float[] Codes(AutoencoderModel model, GraphFiles files, float[] codes)
    {
        var size = (int)model.LatentSize;
        var count = Math.Clamp(MaxValues / (int)model.InputSize, 1, MaxRows);
        var sampled = Sample(codes, size);
        sampled = Chosen(sampled, UnambiguousRows.FindCodes(model, sampled), size);
        var clear = UnambiguousRows.Find(model, files.Decode(sampled), least: count);
        return Chosen(sampled, clear.Take(count), size);
    }

    private static float[] Chosen(float[] codes, IEnumerable<int> rows, int size) =>
        [.. rows.SelectMany(row => codes[(row * size)..((row + 1) * size)])];

    private static float[] Sample(float[] codes, int latentSize)
    {
        var sampled = new float[SampledRows * latentSize];
        new PhiloxStream(Seed).FillGaussian(0, sampled);
        for (var position = 0; position < latentSize; position++)
        {
            var (mean, deviation) = MeanAndDeviation(codes, position, latentSize);
            for (var i = position; i < sampled.Length; i += latentSize)
                sampled[i] = (float)(mean + (deviation * sampled[i]));
        }

        return sampled;
    }

    private static (double Mean, double Deviation) MeanAndDeviation(float[] codes, int position, int latentSize)
    {
        var count = codes.Length / latentSize;
        var values = Enumerable.Range(0, count).Select(row => (double)codes[(row * latentSize) + position]).ToArray();
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }
}
