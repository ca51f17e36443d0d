using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Training.Families;

/// <summary>A kind of model that recipes can name: turns a recipe into typed settings, and those into a run.</summary>
internal interface IModelFamily
{
    /// <summary>The family names in recipes.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Converts rows to the form that the model takes.</summary>
    /// <param name="recipe">A recipe of this family.</param>
    /// <param name="data">The rows, prepared as <c>data</c> of the recipe requires.</param>
    /// <exception cref="RecipeException">The options are invalid.</exception>
    /// <exception cref="ModelException">The options leave no rows.</exception>
    /// <exception cref="Files.DataException">The rows do not match the recipe.</exception>
    DataSplits Prepare(Recipe recipe, DataSplits data);

    /// <summary>Checks the recipe and creates an untrained model, from the current state of TorchSharp's generator.</summary>
    /// <param name="recipe">A recipe of this family.</param>
    /// <param name="data">The rows, converted by <see cref="Prepare"/>.</param>
    /// <param name="observer">Receives step and epoch progress, or null.</param>
    /// <exception cref="RecipeException">The recipe does not fit the family or the data.</exception>
    /// <exception cref="ModelException">The options contradict each other or do not fit the rows.</exception>
    ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer);
}
