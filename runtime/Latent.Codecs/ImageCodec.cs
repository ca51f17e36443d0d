using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Codecs;

/// <summary>
/// Compresses grey pictures with a trained model, into files that it decompresses again. Latents are coded with tables of
/// whole numbers, so that a file decodes to the same latents on every machine; the picture drawn from them may differ in
/// the last bits of its pixels, as with every verb that runs a graph. Verbs may be called from many threads at once.
/// </summary>
/// <example>
/// <code>
/// using var codec = ImageCodec.Load("models/ct-codec");
/// byte[] file = codec.Compress(pixels, width: 256, height: 256, rate: 2);
/// GrayImage picture = codec.Decompress(file);
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

    /// <summary>The bundle that was loaded.</summary>
    public Bundle Bundle => bundle;

    /// <summary>The number of rates: 0 gives the smallest file, <see cref="Rates"/> - 1 the best picture.</summary>
    public int Rates => engine.Rates;

    /// <summary>Loads a bundle. All of it is checked first; a graph is opened when it is first needed.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or no codec.</exception>
    public static ImageCodec Load(string path, RuntimeOptions? options = null)
    {
        options = RuntimeOptions.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var entropy = ReadEntropy(bundle);
        return new(bundle, new CodecEngine(entropy, () => Open(CodecEngine.AnalysisRole), () => Open(CodecEngine.SynthesisRole)));

        GraphSession Open(string role) => new(bundle.GetPath(bundle.Manifest.Graphs[role]), options);
    }

    /// <summary>Compresses a picture.</summary>
    /// <param name="pixels">Height x width numbers, row after row; what lies outside [0, 1] is drawn as the nearer end.</param>
    /// <param name="width">Pixels of a row, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="rate">0, the smallest file, to <see cref="Rates"/> - 1, the best picture. Default: the middle one.</param>
    /// <returns>A file, for <see cref="Decompress(ReadOnlyMemory{byte})"/>.</returns>
    /// <exception cref="ShapeException">The pixels are not width x height numbers, or too many.</exception>
    /// <exception cref="InputException">A pixel is not finite, or there is no such rate.</exception>
    public byte[] Compress(ReadOnlySpan<float> pixels, int width, int height, int? rate = null)
    {
        using var use = lifetime.Enter();
        var level = CheckRate(rate ?? Rates / 2);
        CheckPixels(pixels, width, height);
        return engine.Compress(pixels, width, height, level, CompressedFile.ModelOf(bundle.Digest)).ToBytes();
    }

    /// <summary>Compresses a picture into a stream.</summary>
    /// <param name="pixels">Height x width numbers, row after row.</param>
    /// <param name="width">Pixels of a row, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="destination">Receives the file.</param>
    /// <param name="rate">0 to <see cref="Rates"/> - 1. Default: the middle one.</param>
    public void Compress(ReadOnlySpan<float> pixels, int width, int height, Stream destination, int? rate = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(Compress(pixels, width, height, rate));
    }

    /// <summary>Decompresses a picture.</summary>
    /// <param name="file">What <see cref="Compress(ReadOnlySpan{float}, int, int, int?)"/> returned.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="CompressedException">The file is something else, cut short, changed, or of another model.</exception>
    public GrayImage Decompress(ReadOnlyMemory<byte> file)
    {
        using var use = lifetime.Enter();
        return engine.Decompress(Checked(CompressedFile.Read(file)));
    }

    /// <summary>Decompresses a picture out of a stream, which is read to its end.</summary>
    /// <param name="source">The file.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="CompressedException">The file is something else, cut short, changed, or of another model.</exception>
    public GrayImage Decompress(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Decompress(CompressedStream.Read(source));
    }

    /// <summary>Releases the model. Calls that run end first; later ones throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private static EntropyModel ReadEntropy(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        if (manifest.Entropy is not { } file || !manifest.Graphs.ContainsKey(CodecEngine.AnalysisRole) || !manifest.Graphs.ContainsKey(CodecEngine.SynthesisRole))
            throw new BundleException("The bundle is no codec.", bundle.Folder, $"an entropy model, and graphs '{CodecEngine.AnalysisRole}' and '{CodecEngine.SynthesisRole}'", $"family '{manifest.Family}' with graphs {string.Join(", ", manifest.Graphs.Keys)}", "load a bundle of family codec, or use Autoencoder for this one.");

        var entropy = EntropyModel.Read(bundle.GetPath(file));
        return entropy.Channels == manifest.Latent.Size ? entropy : throw new BundleException(
            "The parts of the bundle do not fit together.", bundle.GetPath(file), $"{manifest.Latent.Size} channels, as $.latent.size says", $"{entropy.Channels}", Fixes.WriteAgain);
    }

    private CompressedFile Checked(CompressedFile file)
    {
        var model = CompressedFile.ModelOf(bundle.Digest);
        if (file.Model != model)
            throw new CompressedException(CompressedFault.OtherModel, "Another model wrote this compressed picture.", $"the model {model}..., which is '{bundle.Manifest.Name}'", $"{file.Model}...", "decompress it with the bundle that it was compressed with.");
        return file.Rate < Rates ? file : throw new CompressedException(
            CompressedFault.Altered, "The compressed picture has a rate that the model does not have.", $"0 to {Rates - 1}", $"{file.Rate}", "copy the file again.");
    }

    private int CheckRate(int rate) => rate >= 0 && rate < Rates ? rate : throw new InputException(
        "There is no such rate.", nameof(Compress), nameof(rate), $"0 to {Rates - 1}", rate.ToString(CultureInfo.InvariantCulture), "choose one of these: a higher one gives a better picture and a larger file.");

    private static void CheckPixels(ReadOnlySpan<float> pixels, int width, int height)
    {
        if (width < 1 || height < 1 || (long)width * height > CompressedFile.MaxPixels)
            throw new ShapeException("The picture has a size that cannot be compressed.", nameof(Compress), nameof(width), $"1 to {CompressedFile.MaxPixels} pixels", $"{width} x {height}", "cut the picture into smaller ones.");
        if (pixels.Length != width * height)
            throw new ShapeException("The pixels are not those of the picture.", nameof(Compress), nameof(pixels), $"{width} x {height} = {width * height} values", $"{pixels.Length} values", "pass one value a pixel, row after row.");
        RowArguments.CountRows(pixels, pixels.Length, nameof(Compress), nameof(pixels));
    }
}
