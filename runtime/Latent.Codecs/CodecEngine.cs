using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Codecs;

/// <summary>Pictures to coded latents and back, over two graphs and an entropy model, whether there is a bundle around them or not.</summary>
/// <param name="entropy">What is known of the latents.</param>
/// <param name="analysis">The graph from pictures to latents; opened when it is first needed.</param>
/// <param name="synthesis">The graph from latents to pictures; opened when it is first needed.</param>
public sealed class CodecEngine(EntropyModel entropy, Func<GraphSession> analysis, Func<GraphSession> synthesis) : IDisposable
{
    /// <summary>The role of the graph from pictures to latents.</summary>
    public const string AnalysisRole = "analysis";

    /// <summary>The role of the graph from latents to pictures.</summary>
    public const string SynthesisRole = "synthesis";

    private readonly Lazy<GraphSession> analysis = new(analysis);
    private readonly Lazy<GraphSession> synthesis = new(synthesis);
    private readonly LatentCoder coder = new(entropy);
    private readonly Quantizer quantizer = new(entropy);

    /// <summary>The number of rates.</summary>
    public int Rates => entropy.Rates;

    /// <summary>Compresses a picture.</summary>
    /// <param name="pixels">Height x width numbers, row after row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="model">The first digits of the bundle's digest.</param>
    public CompressedFile Compress(ReadOnlySpan<float> pixels, int width, int height, int rate, string model)
    {
        var latents = quantizer.Quantize(Analyse(pixels, width, height), rate, Positions(height), Positions(width));
        return new CompressedFile((byte)rate, width, height, model, coder.Encode(latents, rate));
    }

    /// <summary>Decompresses a picture.</summary>
    /// <param name="file">What <see cref="Compress"/> returned.</param>
    public GrayImage Decompress(CompressedFile file)
    {
        var latents = coder.Decode(file.Payload.Span, file.Rate, Positions(file.Height), Positions(file.Width));
        var sampled = Run(synthesis.Value, quantizer.Restore(latents, file.Rate), entropy.Channels, latents.Rows, latents.Columns);
        return new GrayImage(ImagePadding.Crop(sampled, latents.Columns * entropy.Stride, file.Width, file.Height), file.Width, file.Height);
    }

    /// <summary>The latents of a picture before they are rounded, [channels, rows, columns].</summary>
    /// <param name="pixels">Height x width numbers, row after row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    public float[] Analyse(ReadOnlySpan<float> pixels, int width, int height)
    {
        var (grownWidth, grownHeight) = (Positions(width) * entropy.Stride, Positions(height) * entropy.Stride);
        return Run(analysis.Value, ImagePadding.Grow(pixels, width, height, grownWidth, grownHeight), 1, grownHeight, grownWidth);
    }

    /// <summary>Latents that stand for so many pixels.</summary>
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
