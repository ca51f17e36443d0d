using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Recipes;
using Latent.Training.Recipes.Checks;
using Latent.Training.Sequences;

namespace Latent.Training.Families;

/// <summary>Variational autoencoders for token sequences.</summary>
internal sealed class SequenceFamily : IModelFamily
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [SequenceModel.Family];

    /// <inheritdoc/>
    public DataSplits Prepare(Recipe recipe, DataSplits data) => SequenceRows.Prepare(OptionsOf(recipe), data);

    /// <inheritdoc/>
    public ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        SequenceCheck.Check(recipe, data);
        var model = SequenceBuilder.Build(OptionsOf(recipe), data.Train);
        var trainable = new TrainableSequenceModel(model, new SequenceObjective(recipe.Objective));
        return new ModelRun(trainable, observer, new SequenceExport(recipe.ForBundle(), data, model, recipe.Objective.Beta));
    }

    /// <summary>Binds the options of a recipe.</summary>
    /// <exception cref="RecipeException">The options are invalid.</exception>
    public static SequenceOptions OptionsOf(Recipe recipe) => RecordBinder.Bind<SequenceOptions>(recipe.Options, "options");
}
