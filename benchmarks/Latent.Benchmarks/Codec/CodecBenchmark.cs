using Latent.Codecs;
using Latent.Data;
using Latent.Training.Codecs;

namespace Latent.Benchmarks;

/// <summary>
/// Compares the released codecs on their test images with libjpeg-turbo with optimized Huffman tables
/// (<c>cjpeg -grayscale -optimize</c>) and libwebp at its slowest setting (<c>cwebp -m 6</c>). Sizes are those of whole files.
/// </summary>
internal static class CodecBenchmark
{
    private static readonly string[] Bundles = ["ct-codec", "mri-codec"];
    private static readonly int[] JpegQualities = [2, 5, 8, 12, 16, 20, 30, 40, 50, 60, 70, 80, 85, 90, 93, 95];
    private static readonly int[] WebpQualities = [0, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 88, 94];

    /// <summary>Measures every released codec.</summary>
    /// <param name="models">The folder of the bundles.</param>
    /// <param name="report">Receives the progress.</param>
    /// <returns>For each codec, its curve, followed by those of JPEG and WebP.</returns>
    public static IReadOnlyList<IReadOnlyList<RateDistortionCurve>> Run(string models, Action<string> report)
    {
        var results = new List<IReadOnlyList<RateDistortionCurve>>();
        foreach (var name in Bundles)
        {
            report($"Codec {name}");
            using var codec = ImageCodec.Load(Path.Combine(models, name));
            results.Add(Measure(codec, new DataCatalogue().Open(codec.Bundle.Manifest.Data!.Name).Test));
        }

        return results;
    }

    private static RateDistortionCurve[] Measure(ImageCodec codec, Dataset images)
    {
        using var jpeg = new ImageTool(
            "cjpeg",
            ".pgm",
            ".jpg",
            (quality, input, output) => ["-grayscale", "-optimize", "-quality", quality, "-outfile", output, input]);
        using var webp = new ImageTool(
            "cwebp",
            ".pgm",
            ".webp",
            (quality, input, output) => ["-quiet", "-m", "6", "-q", quality, input, "-o", output],
            "dwebp");
        return
        [
            CodecEvaluation.OfCodec(codec, images),
            CodecEvaluation.Measure("JPEG", JpegQualities.Length, setting => jpeg.At(JpegQualities[setting]), images),
            CodecEvaluation.Measure("WebP", WebpQualities.Length, setting => webp.At(WebpQualities[setting]), images),
        ];
    }
}
