using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The example "Manufacturing defects" of docs/applications.md.</summary>
internal static class DefectsExample
{
    public static void Run(string photo)
    {
        using var model = Autoencoder.Load("models/tile-defects");
        var shape = new ImageShape(1, 128, 128);

        float[] pixels = ImageTensor.Load(photo, shape);                   // grayscale, resized, 0 to 1
        foreach (var verdict in model.Detect(pixels))
            Console.WriteLine(verdict);                                    // row 0: score 5.08 > threshold 3.59

        float[] errors = model.HeatMap(pixels);                            // one per pixel, in the unit of the score
        HeatMap.Save("where.png", pixels, errors, shape, maximum: 2 * (float)model.ScoreOf());
    }
}
