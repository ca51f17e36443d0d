using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Binding;
using Latent.Training.Codecs;
using Latent.Training.Recipes;
using Latent.Training.Sequences;

namespace Latent.Training.Families;

/// <summary>Chooses by its family how a recipe becomes a bundle.</summary>
internal static class ModelRuns
{
    /// <summary>Rows as the model of a recipe reads them.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows as they were read, divided.</param>
    /// <exception cref="RecipeException">The options are wrong, or leave no row.</exception>
    /// <exception cref="DataException">The rows are not what the recipe takes.</exception>
    public static DataSplits Prepare(Recipe recipe, DataSplits data)
    {
        var prepared = RowPreparation.Apply(recipe.Data, data);
        return SequenceFamily.Is(recipe) ? SequenceFamily.Prepare(recipe, prepared) : prepared;
    }

    /// <summary>A fresh model, made from TorchSharp's generator as it stands.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows, as the recipe wants them prepared.</param>
    /// <param name="observer">Is told how the run goes; nobody where null.</param>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    public static IModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer) => recipe switch
    {
        _ when SequenceFamily.Is(recipe) => SequenceRun.Begin(recipe, data, observer),
        { Family: CodecRun.Family } => CodecRun.Begin(recipe, data, observer),
        _ => AutoencoderRun.Begin(recipe, data, observer),
    };
}
