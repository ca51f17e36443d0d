using Latent.Imaging;
using static TorchSharp.torch;

namespace Latent.Training.Codecs;

/// <summary>Cuts squares out of pictures at places that TorchSharp's generator draws.</summary>
/// <param name="shape">The shape of a picture.</param>
/// <param name="options">The size of a square, and how many are cut out of a picture.</param>
internal sealed class PatchCutter(ImageShape shape, CodecOptions options)
{
    // A square with less contrast than this is empty; there are many, and one is as good as another.
    private const float MinDeviation = 0.01f;
    private const int Tries = 4;

    /// <summary>Cuts squares.</summary>
    /// <param name="rows">Pictures, [batch, height x width].</param>
    /// <param name="isTraining">Whether squares are mirrored at random.</param>
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
            square = image.narrow(2, Sampled(shape.Height - options.Patch + 1), options.Patch).narrow(3, Sampled(shape.Width - options.Patch + 1), options.Patch);
            if (square.std().item<float>() > MinDeviation)
                break;
        }

        return isTraining && Sampled(2) == 1 ? square.flip(3) : square;
    }

    private static long Sampled(long below) => randint(below, [1]).item<long>();
}
