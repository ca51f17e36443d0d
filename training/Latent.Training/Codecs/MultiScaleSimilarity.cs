namespace Latent.Training.Codecs;

/// <summary>
/// Multi-scale structural similarity (Wang, Simoncelli and Bovik 2003) of 8-bit grayscale images: 11 x 11 windows with
/// Gaussian weights of standard deviation 1.5, and five scales, each half as large as the previous one. Images whose
/// shorter side is below 176 pixels have fewer scales, with weights rescaled to sum to 1.
/// </summary>
internal static class MultiScaleSimilarity
{
    private const int Window = 11;
    private const double Deviation = 1.5;
    private const double C1 = 0.01 * 255 * 0.01 * 255;
    private const double C2 = 0.03 * 255 * 0.03 * 255;

    private static readonly double[] Weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];
    private static readonly double[] Kernel = GaussianKernel();

    /// <summary>Computes the similarity, at most 1.</summary>
    public static double Compute(ReadOnlySpan<float> expected, ReadOnlySpan<float> received, int width, int height)
    {
        var (x, y) = (Plane.Create(expected, width, height), Plane.Create(received, width, height));
        var scales = Math.Clamp(1 + (int)Math.Log2(Math.Min(width, height) / (double)Window), 1, Weights.Length);
        var total = Weights.Take(scales).Sum();
        var similarity = 1.0;
        for (var scale = 0; scale < scales; scale++)
        {
            var (luminance, contrast) = Compare(x, y);
            similarity *= Math.Pow(Math.Max(0, scale == scales - 1 ? luminance : contrast), Weights[scale] / total);
            (x, y) = (x.Halved(), y.Halved());
        }

        return similarity;
    }

    // The mean of the full similarity, and of its contrast-structure term without luminance.
    private static (double Whole, double Contrast) Compare(Plane x, Plane y)
    {
        var (meanX, meanY) = (x.Filtered(Kernel), y.Filtered(Kernel));
        var (squareX, squareY, product) = (x.Times(x).Filtered(Kernel), y.Times(y).Filtered(Kernel), x.Times(y).Filtered(Kernel));
        var (whole, contrast) = (0.0, 0.0);
        for (var i = 0; i < meanX.Values.Length; i++)
        {
            var (mx, my) = (meanX.Values[i], meanY.Values[i]);
            var part = ((2 * (product.Values[i] - (mx * my))) + C2) / (squareX.Values[i] - (mx * mx) + squareY.Values[i] - (my * my) + C2);
            contrast += part;
            whole += part * ((2 * mx * my) + C1) / ((mx * mx) + (my * my) + C1);
        }

        return (whole / meanX.Values.Length, contrast / meanX.Values.Length);
    }

    private static double[] GaussianKernel()
    {
        var weights = Enumerable.Range(0, Window)
            .Select(position => Math.Exp(-Math.Pow(position - (Window / 2), 2) / (2 * Deviation * Deviation)))
            .ToArray();
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
