using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Binding;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Families;

/// <summary>The families of models that a recipe can name. Errors name the position in the recipe.</summary>
public static class ModelFamilies
{
    private static readonly AutoencoderFamily Autoencoders = new();

    // The error for an unknown family lists these; codecs are left out of its text.
    private static readonly IModelFamily[] Listed = [Autoencoders, new SequenceFamily()];

    private static readonly IModelFamily[] All = [.. Listed, new CodecFamily()];

    /// <summary>The family names, sorted.</summary>
    public static IEnumerable<string> Names => NamesOf(All);

    /// <summary>Builds the untrained autoencoder of a recipe for rows shaped like the training rows.</summary>
    /// <param name="recipe">A recipe of a family of autoencoders.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="RecipeException">The options are invalid for the family or for the rows.</exception>
    public static BuiltModel Build(Recipe recipe, Dataset train) =>
        Positioned(recipe, () => AutoencoderBuilder.Build(OptionsOf(recipe), train));

    /// <summary>Returns the settings of the autoencoder of a recipe.</summary>
    /// <param name="recipe">A recipe of a family of autoencoders.</param>
    /// <exception cref="RecipeException">The options are invalid, or the objective is not supported for the family.</exception>
    public static AutoencoderSettings Autoencoder(Recipe recipe) => AutoencoderFamily.SettingsOf(recipe, OptionsOf(recipe));

    /// <summary>Converts rows to the form that the model of a recipe takes.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows as read, split into training, validation and test rows.</param>
    /// <exception cref="RecipeException">The family is unknown, or the options are invalid, or leave no rows.</exception>
    /// <exception cref="Files.DataException">The rows do not match the recipe.</exception>
    internal static DataSplits Prepare(Recipe recipe, DataSplits data)
    {
        var family = Find(recipe);
        return Positioned(recipe, () => family.Prepare(recipe, RowPreparation.Apply(recipe.Data, data)));
    }

    /// <inheritdoc cref="IModelFamily.Begin"/>
    internal static ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer) =>
        Positioned(recipe, () => Find(recipe).Begin(recipe, data, observer));

    private static AutoencoderOptions OptionsOf(Recipe recipe) =>
        Find(recipe) == Autoencoders ? AutoencoderFamily.OptionsOf(recipe) : throw recipe.Reject(
            $"an autoencoder is needed here. Received: family {recipe.Family}. Use one of {string.Join(", ", Autoencoders.Names)}.");

    private static IModelFamily Find(Recipe recipe) =>
        Array.Find(All, family => family.Names.Contains(recipe.Family))
        ?? throw recipe.Reject($"unknown family \"{recipe.Family}\". Known families: {string.Join(", ", NamesOf(Listed))}.");

    private static IEnumerable<string> NamesOf(IEnumerable<IModelFamily> families) =>
        families.SelectMany(family => family.Names).Order(StringComparer.Ordinal);

    // The models know no recipe: the position of a fault is added here.
    private static T Positioned<T>(Recipe recipe, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ModelException fault)
        {
            throw recipe.Reject(fault.Message, fault.Option);
        }
    }
}
