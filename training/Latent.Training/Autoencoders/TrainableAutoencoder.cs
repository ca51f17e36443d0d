using Latent.Fitting;
using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders;

/// <summary>An autoencoder under training, with optional growth of the code.</summary>
public sealed class TrainableAutoencoder : ITrainableModel
{
    private readonly AutoencoderModel model;
    private readonly Objective objective;
    private readonly LatentGrowth growth;

    private TrainableAutoencoder(AutoencoderModel model, Objective objective, LatentGrowth growth) =>
        (this.model, this.objective, this.growth) = (model, objective, growth);

    /// <inheritdoc/>
    public Module Module => model;

    /// <inheritdoc/>
    public bool IsGrowing => model.ActiveLatents < model.LatentSize;

    /// <summary>The training objective.</summary>
    internal Objective Objective => objective;

    /// <summary>Creates a trainable model from settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="model">The model that was built from their options.</param>
    public static TrainableAutoencoder Create(AutoencoderSettings settings, AutoencoderModel model) => new(
        model,
        new Objective(settings.Objective, model, settings.Corruption, settings.Data.Binarization),
        new LatentGrowth(settings.Growth, model.LatentSize));

    /// <inheritdoc/>
    public void BeginEpoch(int epoch) => model.ActiveLatents = growth.In(epoch);

    /// <inheritdoc/>
    public void EndEpoch() => objective.Prior?.Earlier.Take(model);

    /// <inheritdoc/>
    public void SaveMemory(BinaryWriter writer) => objective.Prior?.Earlier.Save(writer);

    /// <inheritdoc/>
    public void LoadMemory(BinaryReader reader) => objective.Prior?.Earlier.Load(reader, model);

    /// <inheritdoc/>
    public LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress) => objective.Evaluate(model, batch[0], progress);

    /// <inheritdoc/>
    public void EndTraining()
    {
        model.ActiveLatents = model.LatentSize;
        objective.Prior?.Earlier.Dispose();
        model.eval();
    }
}
