using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Families;
using Latent.Training.Recipes;

namespace Latent.Training.Sequences;

/// <summary>The run of a variational autoencoder for token sequences.</summary>
internal sealed class SequenceRun : IModelRun
{
    private readonly Recipe recipe;
    private readonly DataSplits data;
    private readonly SequenceModel model;
    private readonly SequenceOptions options;

    private SequenceRun(Recipe recipe, DataSplits data, SequenceModel model, SequenceOptions options, ITrainingObserver? observer)
    {
        (this.recipe, this.data, this.model, this.options) = (recipe, data, model, options);
        Trainable = new TrainableSequenceModel(model, new SequenceObjective(recipe));
        Observer = observer;
    }

    /// <inheritdoc/>
    public ITrainableModel Trainable { get; }

    /// <inheritdoc/>
    public ITrainingObserver? Observer { get; }

    /// <summary>Creates an untrained model for the rows.</summary>
    /// <exception cref="RecipeException">The recipe has a setting that sequence models do not support.</exception>
    public static SequenceRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        SequenceFamily.Check(recipe, data);
        var (model, options) = SequenceFamily.Build(recipe, data.Train);
        return new SequenceRun(recipe, data, model, options, observer);
    }

    /// <inheritdoc/>
    public Bundle Export(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage) =>
        new SequenceExporter(recipe, data, stage).Export(model, options, history, folder, device);

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
