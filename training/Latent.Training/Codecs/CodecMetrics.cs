using System.Globalization;

namespace Latent.Training.Codecs;

/// <summary>The metrics of a codec, under the names that a manifest uses.</summary>
internal static class CodecMetrics
{
    /// <summary>Computes size and quality at each rate, and sizes relative to JPEG.</summary>
    /// <param name="curves">The curve of the codec, then that of JPEG.</param>
    public static IReadOnlyDictionary<string, double> Compute(IReadOnlyList<RateDistortionCurve> curves)
    {
        var metrics = new Dictionary<string, double>();
        for (var rate = 0; rate < curves[0].Points.Count; rate++)
        {
            var (name, point) = (rate.ToString("D2", CultureInfo.InvariantCulture), curves[0].Points[rate]);
            metrics[$"rate_{name}_bits_per_pixel"] = point.Bits;
            metrics[$"rate_{name}_psnr"] = point.Psnr;
            metrics[$"rate_{name}_ms_ssim"] = point.Similarity;
        }

        if (curves[0].RateAgainst(curves[1], point => point.Psnr) is { } byError)
            metrics["size_against_jpeg_psnr"] = byError;
        if (curves[0].RateAgainst(curves[1], point => point.Similarity) is { } bySimilarity)
            metrics["size_against_jpeg_ms_ssim"] = bySimilarity;
        return metrics;
    }
}
