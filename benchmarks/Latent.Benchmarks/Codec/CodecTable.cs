using System.Globalization;
using System.Text;
using Latent.Training.Codecs;

namespace Latent.Benchmarks;

/// <summary>Writes the codec comparison as Markdown tables: the same on every processor except for the last digits.</summary>
internal static class CodecTable
{
    /// <summary>Writes <c>codec.md</c>.</summary>
    /// <param name="folder">The folder of results.</param>
    /// <param name="results">For each codec, its curve, followed by those of JPEG and WebP.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<IReadOnlyList<RateDistortionCurve>> results)
    {
        var text = new StringBuilder("# Codecs on their test slabs, compared with JPEG and WebP\n\n");
        text.Append("`./build.sh --target=Bench`. Means over images; sizes of whole files; JPEG by `cjpeg -grayscale -optimize`,\n");
        text.Append("WebP by `cwebp -m 6`, each interpolated to the codec's size. Quality is PSNR in dB / MS-SSIM.\n");
        foreach (var curves in results)
            Append(text, curves[0], curves[1], curves[2]);

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "codec.md");
        File.WriteAllText(file, text.ToString());
        return file;
    }

    private static void Append(StringBuilder text, RateDistortionCurve codec, RateDistortionCurve jpeg, RateDistortionCurve webp)
    {
        text.Append(
            CultureInfo.InvariantCulture, $"\n| {codec.Name}, bits per pixel | {codec.Name} | JPEG | WebP |\n|---:|---:|---:|---:|\n");
        foreach (var point in codec.Points)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {point.Bits:F3} | {point.Psnr:F2} / {point.Similarity:F4} | {At(jpeg, point.Bits)} | {At(webp, point.Bits)} |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nSize at equal PSNR: {Share(codec, jpeg, Psnr)} relative to JPEG, {Share(codec, webp, Psnr)} relative to WebP; ");
        text.Append(
            CultureInfo.InvariantCulture,
            $"at equal MS-SSIM: {Share(codec, jpeg, Similarity)} relative to JPEG, {Share(codec, webp, Similarity)} relative to WebP.\n");
    }

    private static string At(
        RateDistortionCurve curve,
        double bits) => curve.QualityAt(bits, Psnr) is { } psnr && curve.QualityAt(bits, Similarity) is { } similarity
        ? string.Create(CultureInfo.InvariantCulture, $"{psnr:F2} / {similarity:F4}")
        : "no file of that size";

    private static string Share(
        RateDistortionCurve codec,
        RateDistortionCurve other,
        Func<RateDistortionPoint, double> quality) => codec.RateAgainst(other, quality) is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0;-0.0} %")
        : "unknown";

    private static double Psnr(RateDistortionPoint point) => point.Psnr;

    private static double Similarity(RateDistortionPoint point) => point.Similarity;
}
