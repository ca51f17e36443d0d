using Latent.Training.Data;
using Latent.Training.Fitting;
using Latent.Training.Recipes;

namespace Latent.Training.Runs;

/// <summary>Chooses by its family how a recipe becomes a bundle.</summary>
internal static class ModelRuns
{
    /// <summary>A fresh model, made from TorchSharp's generator as it stands.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows, as the recipe wants them prepared.</param>
    /// <param name="observer">Is told how the run goes; nobody where null.</param>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    public static IModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer) => AutoencoderRun.Begin(recipe, data, observer);
}
