using Latent.Codecs;
using Latent.Data;
using Latent.Imaging;

namespace Latent.Training.Codecs;

/// <summary>Measures codecs on images: the size of whole files, and the quality of the decompressed images.</summary>
public static class CodecEvaluation
{
    /// <summary>Compresses and decompresses an image; returns the file size and the decompressed image.</summary>
    /// <param name="pixels">Height x width pixels in [0, 1].</param>
    /// <param name="shape">The shape of the image.</param>
    public delegate (long Bytes, float[] Pixels) Coding(ReadOnlySpan<float> pixels, ImageShape shape);

    private static readonly int[] JpegQualities = [2, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95];

    /// <summary>Measures a trained codec at each of its rates.</summary>
    public static RateDistortionCurve OfCodec(ImageCodec codec, Dataset images)
    {
        return Measure(codec.Bundle.Manifest.Name, codec.Rates, CodingAt, images);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = codec.Compress(pixels, shape.Width, shape.Height, rate);
            return (file.Length, codec.Decompress(file).Pixels);
        };
    }

    /// <summary>Measures a trained codec before its bundle is complete.</summary>
    internal static RateDistortionCurve OfEngine(string name, CodecEngine engine, Dataset images)
    {
        var model = CompressedFile.ModelOf(new string('0', 64));
        return Measure(name, engine.Rates, CodingAt, images);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = engine.Compress(pixels, shape.Width, shape.Height, rate, model);
            return (file.ToBytes().Length, engine.Decompress(file).Pixels);
        };
    }

    /// <summary>Measures a codec at several settings.</summary>
    public static RateDistortionCurve Measure(string name, int settings, Func<int, Coding> codingAt, Dataset images) =>
        new(name, [.. Enumerable.Range(0, settings).Select(setting => Measure(codingAt(setting), images))]);

    /// <summary>Measures JPEG at several qualities.</summary>
    public static RateDistortionCurve OfJpeg(Dataset images)
        => new("JPEG", [.. JpegQualities.Select(quality => Measure(JpegAt(quality), images))]);

    /// <summary>Returns JPEG coding at a given quality.</summary>
    public static Coding JpegAt(int quality) => (pixels, shape) =>
    {
        using var file = new MemoryStream();
        ImageTensor.SaveJpeg(file, pixels, shape, quality);
        file.Position = 0;
        return (file.Length, ImageTensor.Load(file, shape));
    };

    private static RateDistortionPoint Measure(Coding code, Dataset images)
    {
        var (bits, psnr, similarity, shape) = (0.0, 0.0, 0.0, images.Image!);
        for (var i = 0; i < images.Count; i++)
        {
            var (bytes, pixels) = code(images.Row(i), shape);
            bits += 8.0 * bytes / shape.Size;
            psnr += ImageQuality.Psnr(images.Row(i), pixels);
            similarity += MultiScaleSimilarity.Compute(images.Row(i), pixels, shape.Width, shape.Height);
        }

        return new RateDistortionPoint(bits / images.Count, psnr / images.Count, similarity / images.Count);
    }
}
