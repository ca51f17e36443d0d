using Latent.Data;
using Latent.Training.Binding;
using Latent.Training.Codecs;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects data that codecs do not support.</summary>
internal static class CodecCheck
{
    /// <summary>Checks a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="options">Its options.</param>
    /// <param name="data">The images.</param>
    /// <exception cref="RecipeException">The options do not fit the data, or the rows are not grayscale images.</exception>
    public static void Check(Recipe recipe, CodecOptions options, DataSplits data)
    {
        if (data.Train.Image is not { Channels: 1 } shape || !data.Train.Range.IsUnit)
        {
            throw recipe.Reject(
                "a codec takes grayscale images in [0, 1]. " +
                $"Received: {data.Name}, rows of shape [{string.Join(", ", data.Train.SampleShape)}]. " +
                "Use a data set of grayscale images, or a folder of them with data.shape: [1, height, width].");
        }

        if (Math.Min(shape.Height, shape.Width) < options.Patch)
        {
            throw recipe.Reject(
                $"options.patch must be at most the shorter side of an image. Received: {options.Patch}, " +
                $"and images of {data.Name} have {shape.Height} x {shape.Width} pixels.");
        }

        if (data.Test.Count == 0)
        {
            throw recipe.Reject(
                $"the test split of {data.Name} is empty, and a codec's bundle includes metrics of its images. Raise data.test.");
        }
    }
}
