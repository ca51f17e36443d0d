using System.Globalization;
using System.Text;
using Latent.Training.Codecs;

namespace Latent.Benchmarks;

/// <summary>Writes how codecs compare as a table for people: the same on every processor but for the last digits.</summary>
internal static class CodecTable
{
    /// <summary>Writes <c>codec.md</c>.</summary>
    /// <param name="folder">The folder of results.</param>
    /// <param name="results">For each codec, its curve, then those of JPEG and WebP.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<IReadOnlyList<RateDistortionCurve>> results)
    {
        var text = new StringBuilder("# Codecs on their test slabs, beside JPEG and WebP\n\n");
        text.Append("`./build.sh --target=Bench`. Means over pictures; sizes of whole files; JPEG by `cjpeg -grayscale -optimize`, WebP by `cwebp -m 6`,\n");
        text.Append("each at the codec's size, between two of their own. Quality is PSNR in dB / MS-SSIM.\n");
        foreach (var curves in results)
            Append(text, curves[0], curves[1], curves[2]);

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "codec.md");
        File.WriteAllText(file, text.ToString());
        return file;
    }

    private static void Append(StringBuilder text, RateDistortionCurve codec, RateDistortionCurve jpeg, RateDistortionCurve webp)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {codec.Name}, bits a pixel | {codec.Name} | JPEG | WebP |\n|---:|---:|---:|---:|\n");
        foreach (var point in codec.Points)
            text.Append(CultureInfo.InvariantCulture, $"| {point.Bits:F3} | {point.Psnr:F2} / {point.Similarity:F4} | {At(jpeg, point.Bits)} | {At(webp, point.Bits)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\nSize at equal PSNR: {Share(codec, jpeg, Psnr)} of JPEG, {Share(codec, webp, Psnr)} of WebP; ");
        text.Append(CultureInfo.InvariantCulture, $"at equal MS-SSIM: {Share(codec, jpeg, Similarity)} of JPEG, {Share(codec, webp, Similarity)} of WebP.\n");
    }

    private static string At(RateDistortionCurve curve, double bits) => curve.QualityAt(bits, Psnr) is { } psnr && curve.QualityAt(bits, Similarity) is { } similarity
        ? string.Create(CultureInfo.InvariantCulture, $"{psnr:F2} / {similarity:F4}")
        : "none of that size";

    private static string Share(RateDistortionCurve codec, RateDistortionCurve other, Func<RateDistortionPoint, double> quality) => codec.RateAgainst(other, quality) is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0;-0.0} %")
        : "unknown";

    private static double Psnr(RateDistortionPoint point) => point.Psnr;

    private static double Similarity(RateDistortionPoint point) => point.Similarity;
}
