using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Autoencoders;

/// <summary>The run of an autoencoder on rows: encoder, code, decoder.</summary>
internal sealed class AutoencoderRun : IModelRun
{
    private readonly Recipe recipe;
    private readonly DataSplits data;
    private readonly BuiltModel built;
    private readonly Objective objective;
    private readonly ReconstructionHistory film;

    private AutoencoderRun(Recipe recipe, DataSplits data, BuiltModel built, ITrainingObserver? observer)
    {
        (this.recipe, this.data, this.built) = (recipe, data, built);
        objective = Objective.Create(recipe, built.Model);
        film = new ReconstructionHistory(built.Model, data.Validation, recipe.Fit.Epochs, observer);
        Trainable = new TrainableAutoencoder(built.Model, objective, recipe.Growth);
    }

    /// <inheritdoc/>
    public ITrainableModel Trainable { get; }

    /// <inheritdoc/>
    public ITrainingObserver? Observer => film;

    /// <summary>Creates an untrained model for the rows.</summary>
    /// <exception cref="RecipeException">The options do not fit the family or the data.</exception>
    public static AutoencoderRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        var built = ModelFamilies.Build(recipe, data.Train);
        ValueRangeCheck.Check(recipe, built.Model, data.Train);
        TechniquesCheck.Check(recipe, built.Model, data);
        return new AutoencoderRun(recipe, data, built, observer);
    }

    /// <inheritdoc/>
    public Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage) =>
        new BundleExporter(recipe, data, stage).Export(built, objective, history, folder, film, device);

    /// <inheritdoc/>
    public void Dispose() => built.Model.Dispose();
}
