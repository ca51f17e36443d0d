using Latent.Imaging;
using static TorchSharp.torch;

namespace Latent.Training.Codecs;

/// <summary>Cuts square patches out of images at random positions from TorchSharp's generator.</summary>
/// <param name="shape">The shape of an image.</param>
/// <param name="options">The patch size and the number of patches per image.</param>
internal sealed class PatchCutter(ImageShape shape, CodecOptions options)
{
    // A patch with less contrast than this counts as empty and is sampled again, as empty patches are frequent and alike.
    private const float MinDeviation = 0.01f;
    private const int Tries = 4;

    /// <summary>Cuts patches.</summary>
    /// <param name="rows">Images, [batch, height x width].</param>
    /// <param name="isTraining">Whether patches are mirrored at random.</param>
    /// <returns>[batch x patches, 1, patch, patch].</returns>
    public Tensor Cut(Tensor rows, bool isTraining)
    {
        var images = rows.reshape(-1, 1, shape.Height, shape.Width);
        var squares = new List<Tensor>();
        for (var image = 0L; image < images.shape[0]; image++)
        {
            for (var i = 0; i < options.Patches; i++)
                squares.Add(CutOne(images.narrow(0, image, 1), isTraining));
        }

        return cat(squares, 0);
    }

    private Tensor CutOne(Tensor image, bool isTraining)
    {
        var square = image;
        for (var i = 0; i < Tries; i++)
        {
            square = image.narrow(2, RandomBelow(shape.Height - options.Patch + 1), options.Patch)
                .narrow(3, RandomBelow(shape.Width - options.Patch + 1), options.Patch);
            if (square.std().item<float>() > MinDeviation)
                break;
        }

        return isTraining && RandomBelow(2) == 1 ? square.flip(3) : square;
    }

    private static long RandomBelow(long below) => randint(below, [1]).item<long>();
}
