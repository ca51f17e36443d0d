using Latent.Imaging;
using Latent.Runtime;
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
    public static RateCurve OfCodec(ImageCodec codec, Dataset pictures)
    {
        return Of(codec.Bundle.Manifest.Name, codec.Rates, CodingAt, pictures);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = codec.Compress(pixels, shape.Width, shape.Height, rate);
            return (file.Length, codec.Decompress(file).Pixels);
        };
    }

    /// <summary>A trained codec that has no bundle around it yet.</summary>
    public static RateCurve OfEngine(string name, CodecEngine engine, Dataset pictures)
    {
        var model = CompressedFile.ModelOf(new string('0', 64));
        return Of(name, engine.Rates, CodingAt, pictures);

        Coding CodingAt(int rate) => (pixels, shape) =>
        {
            var file = engine.Compress(pixels, shape.Width, shape.Height, rate, model);
            return (file.ToBytes().Length, engine.Decompress(file).Pixels);
        };
    }

    /// <summary>A codec at several settings.</summary>
    public static RateCurve Of(string name, int settings, Func<int, Coding> codingAt, Dataset pictures) =>
        new(name, [.. Enumerable.Range(0, settings).Select(setting => Measure(codingAt(setting), pictures))]);

    /// <summary>JPEG at several qualities.</summary>
    public static RateCurve OfJpeg(Dataset pictures) => new("JPEG", [.. JpegQualities.Select(quality => Measure(JpegAt(quality), pictures))]);

    /// <summary>One picture as JPEG of a quality.</summary>
    public static Coding JpegAt(int quality) => (pixels, shape) =>
    {
        using var file = new MemoryStream();
        ImageTensor.SaveJpeg(file, pixels, shape, quality);
        file.Position = 0;
        return (file.Length, ImageTensor.Load(file, shape));
    };

    private static RatePoint Measure(Coding code, Dataset pictures)
    {
        var (bits, psnr, similarity, shape) = (0.0, 0.0, 0.0, pictures.Image!);
        for (var i = 0; i < pictures.Count; i++)
        {
            var (bytes, pixels) = code(pictures.Row(i), shape);
            bits += 8.0 * bytes / shape.Size;
            psnr += PictureQuality.Psnr(pictures.Row(i), pixels);
            similarity += MultiScaleSimilarity.Of(pictures.Row(i), pixels, shape.Width, shape.Height);
        }

        return new RatePoint(bits / pictures.Count, psnr / pictures.Count, similarity / pictures.Count);
    }
}
