using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Codecs;

/// <summary>
/// Compresses and decompresses grayscale images with a trained model. Latents are coded with integer tables, so that a file
/// decodes to the same latents on every machine; the image reconstructed from them may differ in the last bits of its pixels,
/// as with every operation that runs a graph. Thread-safe: operations may run concurrently.
/// </summary>
/// <example>
/// <code>
/// using var codec = ImageCodec.Load("models/ct-codec");
/// byte[] file = codec.Compress(pixels, width: 256, height: 256, rate: 2);
/// GrayImage image = codec.Decompress(file);
/// </code>
/// </example>
public sealed class ImageCodec : IDisposable
{
    private readonly Bundle bundle;
    private readonly CodecEngine engine;
    private readonly Lifetime lifetime;

    private ImageCodec(Bundle bundle, CodecEngine engine)
    {
        (this.bundle, this.engine) = (bundle, engine);
        lifetime = new(nameof(ImageCodec), engine.Dispose);
    }

    /// <summary>The loaded bundle.</summary>
    public Bundle Bundle => bundle;

    /// <summary>The number of rates: 0 gives the smallest file, <see cref="Rates"/> - 1 the best image.</summary>
    public int Rates => engine.Rates;

    /// <summary>Loads a bundle. The whole bundle is checked first; each graph is opened on first use.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or not a codec.</exception>
    public static ImageCodec Load(string path, RuntimeOptions? options = null)
    {
        options = RuntimeOptions.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var entropy = ReadEntropy(bundle);
        return new(bundle, new CodecEngine(entropy, () => Open(CodecEngine.AnalysisRole), () => Open(CodecEngine.SynthesisRole)));

        GraphSession Open(string role) => new(bundle.GetPath(bundle.Manifest.Graphs[role]), options);
    }

    /// <summary>Compresses an image.</summary>
    /// <param name="pixels"><c>[height, width]</c> values, row-major; clamped to [0, 1].</param>
    /// <param name="width">The width in pixels, 1 or more.</param>
    /// <param name="height">The height in pixels, 1 or more.</param>
    /// <param name="rate">The rate, from 0 (smallest file) to <see cref="Rates"/> - 1 (best image). Default: the middle rate.</param>
    /// <returns>A file for <see cref="Decompress(ReadOnlyMemory{byte})"/>.</returns>
    /// <exception cref="ShapeException">The pixels are not width x height values, or too many.</exception>
    /// <exception cref="InputException">A pixel is not finite, or the rate is out of range.</exception>
    public byte[] Compress(ReadOnlySpan<float> pixels, int width, int height, int? rate = null)
    {
        using var use = lifetime.Enter();
        var level = CheckRate(rate ?? Rates / 2);
        CheckPixels(pixels, width, height);
        return engine.Compress(pixels, width, height, level, CompressedFile.ModelOf(bundle.Digest)).ToBytes();
    }

    /// <summary>Compresses an image into a stream.</summary>
    /// <param name="pixels"><c>[height, width]</c> values, row-major.</param>
    /// <param name="width">The width in pixels, 1 or more.</param>
    /// <param name="height">The height in pixels, 1 or more.</param>
    /// <param name="destination">Receives the file.</param>
    /// <param name="rate">The rate, from 0 to <see cref="Rates"/> - 1. Default: the middle rate.</param>
    public void Compress(ReadOnlySpan<float> pixels, int width, int height, Stream destination, int? rate = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Compress(pixels, width, height, rate));
    }

    /// <summary>Decompresses an image.</summary>
    /// <param name="file">The result of <see cref="Compress(ReadOnlySpan{float}, int, int, int?)"/>.</param>
    /// <returns>The image.</returns>
    /// <exception cref="CompressedException">
    /// The file has an invalid format, is truncated or corrupt, or was written by another model.
    /// </exception>
    public GrayImage Decompress(ReadOnlyMemory<byte> file)
    {
        using var use = lifetime.Enter();
        return engine.Decompress(Checked(CompressedFile.Read(file)));
    }

    /// <summary>Decompresses an image from a stream, which is read to its end.</summary>
    /// <param name="source">The stream with the file.</param>
    /// <returns>The image.</returns>
    /// <exception cref="CompressedException">
    /// The file has an invalid format, is truncated or corrupt, or was written by another model.
    /// </exception>
    public GrayImage Decompress(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Decompress(CompressedStream.Read(source));
    }

    /// <summary>Releases the model after running calls finish; later calls throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private static EntropyModel ReadEntropy(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        if (manifest.Entropy is not { } file || !manifest.Graphs.ContainsKey(CodecEngine.AnalysisRole)
            || !manifest.Graphs.ContainsKey(CodecEngine.SynthesisRole))
            throw new BundleException(
                "The bundle is not a codec.", bundle.Folder,
                $"an entropy model, and graphs '{CodecEngine.AnalysisRole}' and '{CodecEngine.SynthesisRole}'",
                $"family '{manifest.Family}' with graphs {string.Join(", ", manifest.Graphs.Keys)}",
                "load a bundle of family codec, or use Autoencoder for this one.");

        var entropy = EntropyModel.Read(bundle.GetPath(file));
        return entropy.Channels == manifest.Latent.Size ? entropy : throw new BundleException(
            "The entropy model does not match the manifest.", bundle.GetPath(file), $"{manifest.Latent.Size} channels, from $.latent.size",
            $"{entropy.Channels}", Fixes.WriteAgain);
    }

    private CompressedFile Checked(CompressedFile file)
    {
        var model = CompressedFile.ModelOf(bundle.Digest);
        if (file.Model != model)
            throw new CompressedException(
                CompressedFault.OtherModel, "The compressed image was written by another model.",
                $"the model {model}..., which is '{bundle.Manifest.Name}'", $"{file.Model}...",
                "decompress it with the bundle that compressed it.");
        return file.Rate < Rates ? file : throw new CompressedException(
            CompressedFault.Altered, "The rate of the compressed image is out of range.", $"0 to {Rates - 1}", $"{file.Rate}",
            "copy the file again.");
    }

    private int CheckRate(int rate) => rate >= 0 && rate < Rates ? rate : throw new InputException(
        "The rate is out of range.", nameof(Compress), nameof(rate), $"0 to {Rates - 1}", rate.ToString(CultureInfo.InvariantCulture),
        "choose a rate in this range: a higher rate gives a better image and a larger file.");

    private static void CheckPixels(ReadOnlySpan<float> pixels, int width, int height)
    {
        if (width < 1 || height < 1 || (long)width * height > CompressedFile.MaxPixels)
            throw new ShapeException(
                "The image size is out of range.", nameof(Compress), nameof(width), $"1 to {CompressedFile.MaxPixels} pixels",
                $"{width} x {height}", "split the image into smaller ones.");
        if (pixels.Length != width * height)
            throw new ShapeException(
                "The number of pixels does not match the image size.", nameof(Compress), nameof(pixels),
                $"{width} x {height} = {width * height} values", $"{pixels.Length} values", "pass one value per pixel, row by row.");
        RowArguments.CountRows(pixels, pixels.Length, nameof(Compress), nameof(pixels));
    }
}
