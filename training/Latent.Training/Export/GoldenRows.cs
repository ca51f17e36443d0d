using Latent.Runtime;

namespace Latent.Training.Export;

/// <summary>
/// Inputs for golden vectors that look like data and are none of it: the model's own drawings of codes that scatter as
/// the codes of validation rows do. A bundle can so be passed on without a row of what it was trained on.
/// </summary>
internal static class GoldenRows
{
    /// <summary>The number of rows in a golden vector.</summary>
    public const int Count = 4;

    private const long Seed = 2026;

    /// <summary>Codes drawn from a normal distribution with the mean and deviation that each number of a code has over <paramref name="codes"/>.</summary>
    /// <param name="codes">Codes of validation rows, row after row.</param>
    /// <param name="latentSize">The number of numbers in a code.</param>
    public static float[] Codes(float[] codes, int latentSize)
    {
        var drawn = new float[Count * latentSize];
        new PhiloxStream(Seed).FillGaussian(0, drawn);
        for (var i = 0; i < drawn.Length; i++)
        {
            var (mean, deviation) = MeanAndDeviation(codes, i % latentSize, latentSize);
            drawn[i] = (float)(mean + (deviation * drawn[i]));
        }

        return drawn;
    }

    private static (double Mean, double Deviation) MeanAndDeviation(float[] codes, int place, int latentSize)
    {
        var count = codes.Length / latentSize;
        var values = Enumerable.Range(0, count).Select(row => (double)codes[(row * latentSize) + place]).ToArray();
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }
}
