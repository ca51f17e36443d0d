using Latent.Fitting;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Recipes;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders;

/// <summary>An autoencoder under training, with optional growth of the code.</summary>
/// <param name="model">The model.</param>
/// <param name="objective">The training objective.</param>
/// <param name="settings">The growth stages of the code; null if all latents are active from the start.</param>
public sealed class TrainableAutoencoder(AutoencoderModel model, Objective objective, GrowthSettings? settings) : ITrainableModel
{
    private readonly LatentGrowth growth = new(settings, model.LatentSize);

    /// <inheritdoc/>
    public Module Module => model;

    /// <inheritdoc/>
    public bool IsGrowing => model.ActiveLatents < model.LatentSize;

    /// <summary>Creates the trainable model that a recipe specifies.</summary>
    /// <exception cref="RecipeException">A term of the objective does not support the model.</exception>
    public static TrainableAutoencoder Create(Recipe recipe, AutoencoderModel model) => new(model, Objective.Create(recipe, model), recipe.Growth);

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
