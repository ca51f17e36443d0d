using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Codecs;

/// <summary>Compresses and decompresses images with two graphs and an entropy model, with or without a bundle.</summary>
/// <param name="entropy">The entropy model of the latents.</param>
/// <param name="analysis">The graph from images to latents; opened on first use.</param>
/// <param name="synthesis">The graph from latents to images; opened on first use.</param>
public sealed class CodecEngine(EntropyModel entropy, Func<GraphSession> analysis, Func<GraphSession> synthesis) : IDisposable
{
    /// <summary>The role of the graph from images to latents.</summary>
    public const string AnalysisRole = "analysis";

    /// <summary>The role of the graph from latents to images.</summary>
    public const string SynthesisRole = "synthesis";

    private readonly Lazy<GraphSession> analysis = new(analysis);
    private readonly Lazy<GraphSession> synthesis = new(synthesis);
    private readonly LatentCoder coder = new(entropy);
    private readonly Quantizer quantizer = new(entropy);

    /// <summary>The number of rates.</summary>
    public int Rates => entropy.Rates;

    /// <summary>Compresses an image.</summary>
    /// <param name="pixels">[height, width] values, row-major.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="model">The first digits of the bundle's digest.</param>
    public CompressedFile Compress(ReadOnlySpan<float> pixels, int width, int height, int rate, string model)
    {
        var latents = quantizer.Quantize(Analyse(pixels, width, height), rate, Positions(height), Positions(width));
        return new CompressedFile((byte)rate, width, height, model, coder.Encode(latents, rate));
    }

    /// <summary>Decompresses an image.</summary>
    /// <param name="file">What <see cref="Compress"/> returned.</param>
    public GrayImage Decompress(CompressedFile file)
    {
        var latents = coder.Decode(file.Payload.Span, file.Rate, Positions(file.Height), Positions(file.Width));
        var image = Run(synthesis.Value, quantizer.Restore(latents, file.Rate), entropy.Channels, latents.Rows, latents.Columns);
        return new GrayImage(ImagePadding.Crop(image, latents.Columns * entropy.Stride, file.Width, file.Height), file.Width, file.Height);
    }

    /// <summary>Computes the unquantized latents of an image, [channels, rows, columns].</summary>
    /// <param name="pixels">Height x width numbers, row after row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    public float[] Analyse(ReadOnlySpan<float> pixels, int width, int height)
    {
        var (grownWidth, grownHeight) = (Positions(width) * entropy.Stride, Positions(height) * entropy.Stride);
        return Run(analysis.Value, ImagePadding.Grow(pixels, width, height, grownWidth, grownHeight), 1, grownHeight, grownWidth);
    }

    /// <summary>Returns the number of latent positions along a side of the given number of pixels.</summary>
    /// <param name="pixels">Pixels of a row or a column.</param>
    public int Positions(int pixels) => (pixels + entropy.Stride - 1) / entropy.Stride;

    /// <summary>Releases the graphs; no call may run.</summary>
    public void Dispose()
    {
        foreach (var session in new[] { analysis, synthesis }.Where(session => session.IsValueCreated))
            session.Value.Dispose();
    }

    private static float[] Run(GraphSession session, float[] values, int channels, int rows, int columns) =>
        session.Run(NamedTensor.Create(session.InputNames[0], values, 1, channels, rows, columns))[session.OutputNames[0]].Floats!;
}
