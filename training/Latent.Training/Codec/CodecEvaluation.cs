using Latent.Codecs;
using Latent.Imaging;
using Latent.Training.Data;

namespace Latent.Training.Codec;

/// <summary>Measures codecs on pictures: the sizes of whole files, and how close what comes out is to what went in.</summary>
internal static class CodecEvaluation
{
    /// <summary>A codec: a picture in, and a file's size and the picture out of it.</summary>
    /// <param name="pixels">Height x width numbers in [0, 1].</param>
    /// <param name="shape">The shape of the picture.</param>
    public delegate (long Bytes, float[] Pixels) Coding(ReadOnlySpan<float> pixels, ImageShape shape);

    private static readonly int[] JpegQualities = [2, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95];

    /// <summary>A trained codec at each of its rates.</summary>
    public static RateDistortionCurve OfCodec(ImageCodec codec, Dataset images)
    {
        return Measure(codec.Bundle.Manifest.Name, codec.Rates, CodingAt, images);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = codec.Compress(pixels, shape.Width, shape.Height, rate);
            return (file.Length, codec.Decompress(file).Pixels);
        };
    }

    /// <summary>A trained codec that has no bundle around it yet.</summary>
    public static RateDistortionCurve OfEngine(string name, CodecEngine engine, Dataset images)
    {
        var model = CompressedFile.ModelOf(new string('0', 64));
        return Measure(name, engine.Rates, CodingAt, images);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = engine.Compress(pixels, shape.Width, shape.Height, rate, model);
            return (file.ToBytes().Length, engine.Decompress(file).Pixels);
        };
    }

    /// <summary>A codec at several settings.</summary>
    public static RateDistortionCurve Measure(string name, int settings, Func<int, Coding> codingAt, Dataset images) =>
        new(name, [.. Enumerable.Range(0, settings).Select(setting => Measure(codingAt(setting), images))]);

    /// <summary>JPEG at several qualities.</summary>
    public static RateDistortionCurve OfJpeg(Dataset images) => new("JPEG", [.. JpegQualities.Select(quality => Measure(JpegAt(quality), images))]);

    /// <summary>One picture as JPEG of a quality.</summary>
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
