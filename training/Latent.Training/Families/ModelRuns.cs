using Latent.Data;
using Latent.Files;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Binding;
using Latent.Training.Codecs;
using Latent.Training.Recipes;
using Latent.Training.Sequences;

namespace Latent.Training.Families;

/// <summary>Selects the kind of run by the family of a recipe.</summary>
internal static class ModelRuns
{
    /// <summary>Converts rows to the form that the model of a recipe takes.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows as read, split into training, validation and test rows.</param>
    /// <exception cref="RecipeException">The options are invalid, or leave no rows.</exception>
    /// <exception cref="DataException">The rows do not match the recipe.</exception>
    public static DataSplits Prepare(Recipe recipe, DataSplits data)
    {
        var prepared = RowPreparation.Apply(recipe.Data, data);
        return SequenceFamily.Is(recipe) ? SequenceFamily.Prepare(recipe, prepared) : prepared;
    }

    /// <summary>Creates an untrained model, initialized from the current state of TorchSharp's generator.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows, prepared for the recipe.</param>
    /// <param name="observer">Receives step and epoch progress, or null.</param>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    public static IModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer) => recipe switch
    {
        _ when SequenceFamily.Is(recipe) => SequenceRun.Begin(recipe, data, observer),
        { Family: CodecRun.Family } => CodecRun.Begin(recipe, data, observer),
        _ => AutoencoderRun.Begin(recipe, data, observer),
    };
}
