using Latent.Bundles;
using Latent.Codecs;
using Latent.Runtime;
using Latent.Training.Data;
using Latent.Training.Export;
using Latent.Training.Models.Codec;
using Latent.Training.Recipes;

namespace Latent.Training.Codec;

/// <summary>Inputs for the graphs of a codec: squares of pictures for the parity check, and drawings for golden vectors.</summary>
internal static class CodecGoldens
{
    private const long Seed = 2026;
    private const int Side = 8;

    /// <summary>The middle squares of pictures, as many and as large as training cuts out.</summary>
    public static NamedTensor Squares(Dataset images, int count, RecipeMapping options)
    {
        var side = RecordBinder.Bind<CodecOptions>(options, "options").Patch;
        var shape = images.Image!;
        var (top, left) = ((shape.Height - side) / 2, (shape.Width - side) / 2);
        var values = new float[count * side * side];
        for (var row = 0; row < count * side; row++)
            images.Row(row / side).Slice(((top + (row % side)) * shape.Width) + left, side).CopyTo(values.AsSpan(row * side));
        return NamedTensor.Create("picture", values, count, 1, side, side);
    }

    /// <summary>Adds golden vectors of latents that a generator drew, and of the picture that the model draws of them: none of them is data.</summary>
    public static void Add(BundleWriter writer, GraphFiles files, CodecOptions options)
    {
        var sampled = new float[options.Latent * Side * Side];
        new PhiloxStream(Seed).FillGaussian(0, sampled);
        var latents = NamedTensor.Create("latents", sampled, 1, options.Latent, Side, Side);
        var reconstruction = files[CodecEngine.SynthesisRole].RunOnce(latents)[0];
        var image = NamedTensor.Create("picture", reconstruction.Floats!, [.. reconstruction.Shape]);
        writer.AddGolden(CodecEngine.SynthesisRole, [latents], [reconstruction]);
        writer.AddGolden(CodecEngine.AnalysisRole, [image], files[CodecEngine.AnalysisRole].RunOnce(image));
    }
}
