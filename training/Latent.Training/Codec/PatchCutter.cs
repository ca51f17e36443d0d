using Latent.Imaging;
using Latent.Training.Models.Codec;
using static TorchSharp.torch;

namespace Latent.Training.Codec;

/// <summary>Cuts squares out of pictures at places that TorchSharp's generator draws.</summary>
/// <param name="shape">The shape of a picture.</param>
/// <param name="options">The size of a square, and how many are cut out of a picture.</param>
internal sealed class PatchCutter(ImageShape shape, CodecOptions options)
{
    // A square with less contrast than this is empty; there are many, and one is as good as another.
    private const float LeastDeviation = 0.01f;
    private const int Tries = 4;

    /// <summary>Cuts squares.</summary>
    /// <param name="rows">Pictures, [batch, height x width].</param>
    /// <param name="isTraining">Whether squares are mirrored at random.</param>
    /// <returns>[batch x patches, 1, patch, patch].</returns>
    public Tensor Cut(Tensor rows, bool isTraining)
    {
        var pictures = rows.reshape(-1, 1, shape.Height, shape.Width);
        var squares = new List<Tensor>();
        for (var picture = 0L; picture < pictures.shape[0]; picture++)
        {
            for (var i = 0; i < options.Patches; i++)
                squares.Add(CutOne(pictures.narrow(0, picture, 1), isTraining));
        }

        return cat(squares, 0);
    }

    private Tensor CutOne(Tensor picture, bool isTraining)
    {
        var square = picture;
        for (var i = 0; i < Tries; i++)
        {
            square = picture.narrow(2, Drawn(shape.Height - options.Patch + 1), options.Patch).narrow(3, Drawn(shape.Width - options.Patch + 1), options.Patch);
            if (square.std().item<float>() > LeastDeviation)
                break;
        }

        return isTraining && Drawn(2) == 1 ? square.flip(3) : square;
    }

    private static long Drawn(long below) => randint(below, [1]).item<long>();
}
