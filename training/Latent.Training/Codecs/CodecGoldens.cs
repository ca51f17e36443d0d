using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Runtime;
using Latent.Training.Export;

namespace Latent.Training.Codecs;

/// <summary>Inputs for the graphs of a codec: image patches for the parity check, and sampled latents for golden vectors.</summary>
internal static class CodecGoldens
{
    // The ONNX input name stays 'picture' for compatibility.
    private const string InputName = "picture";

    private const long Seed = 2026;

    // The height and width of the sampled latents.
    private const int Side = 8;

    /// <summary>Returns the center patch of each of the first images.</summary>
    /// <param name="images">The images.</param>
    /// <param name="count">The number of images.</param>
    /// <param name="side">The side of a patch, as in training.</param>
    public static NamedTensor Squares(Dataset images, int count, int side)
    {
        var shape = images.Image!;
        var (top, left) = ((shape.Height - side) / 2, (shape.Width - side) / 2);
        var values = new float[count * side * side];
        for (var row = 0; row < count * side; row++)
            images.Row(row / side).Slice(((top + (row % side)) * shape.Width) + left, side).CopyTo(values.AsSpan(row * side));
        return NamedTensor.Create(InputName, values, count, 1, side, side);
    }

    /// <summary>
    /// Adds golden vectors of sampled latents and of the image that the model decodes from them, so that no vector contains
    /// training data.
    /// </summary>
    public static void Add(BundleWriter writer, GraphFiles files, CodecOptions options)
    {
        var sampled = new float[options.Latent * Side * Side];
        new PhiloxStream(Seed).FillGaussian(0, sampled);
        var latents = NamedTensor.Create("latents", sampled, 1, options.Latent, Side, Side);
        var reconstruction = files[CodecEngine.SynthesisRole].RunOnce(latents)[0];
        var image = NamedTensor.Create(InputName, reconstruction.Floats!, [.. reconstruction.Shape]);
        writer.AddGolden(CodecEngine.SynthesisRole, [latents], [reconstruction]);
        writer.AddGolden(CodecEngine.AnalysisRole, [image], files[CodecEngine.AnalysisRole].RunOnce(image));
    }
}
