using System.Globalization;
using Latent.Codecs;
using Latent.Data;
using Latent.Imaging;
using Latent.Training.Reports;

namespace Latent.Training.Codecs;

/// <summary>Renders a test image in three versions: original, decompressed by the codec, and JPEG of about the same file size.</summary>
/// <param name="engine">The codec.</param>
/// <param name="images">The test images.</param>
internal sealed class CodecImages(CodecEngine engine, Dataset images)
{
    private const int Columns = 3;

    private readonly ImageShape shape = images.Image!;

    /// <summary>Renders one strip for the lowest rate and one for the middle rate.</summary>
    public IReadOnlyList<ImageStrip> Draw() => [.. new[] { 0, engine.Rates / 2 }.Distinct().Select(Draw)];

    private ImageStrip Draw(int rate)
    {
        var image = images.Row(images.Count / 2);
        var file = engine.Compress(image, shape.Width, shape.Height, rate, CompressedFile.ModelOf(new string('0', 64)));
        var (bytes, ours) = (file.ToBytes().Length, engine.Decompress(file).Pixels);
        var (jpegBytes, jpeg) = JpegOf(image, bytes);
        using var stream = new MemoryStream();
        ImageGrid.Save(stream, [.. image, .. ours, .. jpeg], shape, Columns, scale: 1);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"rate {rate}: {bytes:N0} bytes, {ImageQuality.Psnr(image, ours):0.0} dB; JPEG {jpegBytes:N0} bytes, " +
            $"{ImageQuality.Psnr(image, jpeg):0.0} dB");
        return new ImageStrip(text, $"A test image, decompressed by the codec, and as JPEG; {text}", stream.ToArray());
    }

    // The best JPEG that is no larger than the codec's file; if there is none, the smallest JPEG.
    private (long Bytes, float[] Pixels) JpegOf(ReadOnlySpan<float> image, long bytes)
    {
        var best = CodecEvaluation.JpegAt(1)(image, shape);
        for (var quality = 2; quality <= 100; quality++)
        {
            var next = CodecEvaluation.JpegAt(quality)(image, shape);
            if (next.Bytes > bytes)
                break;
            best = next;
        }

        return best;
    }
}
