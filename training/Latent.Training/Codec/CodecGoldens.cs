using Latent.Bundles;
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
    public static NamedTensor Squares(Dataset pictures, int count, RecipeMapping options)
    {
        var side = RecordBinder.Bind<CodecOptions>(options, "options").Patch;
        var shape = pictures.Image!;
        var (top, left) = ((shape.Height - side) / 2, (shape.Width - side) / 2);
        var values = new float[count * side * side];
        for (var row = 0; row < count * side; row++)
            pictures.Row(row / side).Slice(((top + (row % side)) * shape.Width) + left, side).CopyTo(values.AsSpan(row * side));
        return NamedTensor.Of("picture", values, count, 1, side, side);
    }

    /// <summary>Adds golden vectors of latents that a generator drew, and of the picture that the model draws of them: none of them is data.</summary>
    public static void Add(BundleWriter writer, GraphFiles files, CodecOptions options)
    {
        var drawn = new float[options.Latent * Side * Side];
        new PhiloxStream(Seed).FillGaussian(0, drawn);
        var latents = NamedTensor.Of("latents", drawn, 1, options.Latent, Side, Side);
        var reconstruction = files[CodecEngine.SynthesisRole].RunOnce(latents)[0];
        var picture = NamedTensor.Of("picture", reconstruction.Floats!, [.. reconstruction.Shape]);
        writer.AddGolden(CodecEngine.SynthesisRole, [latents], [reconstruction]);
        writer.AddGolden(CodecEngine.AnalysisRole, [picture], files[CodecEngine.AnalysisRole].RunOnce(picture));
    }
}
