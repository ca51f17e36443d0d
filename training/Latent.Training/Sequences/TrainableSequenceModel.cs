using Latent.Fitting;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Sequences;

/// <summary>A sequence model under training.</summary>
/// <param name="model">The model.</param>
/// <param name="objective">The training objective.</param>
internal sealed class TrainableSequenceModel(SequenceModel model, SequenceObjective objective) : ITrainableModel
{
    /// <inheritdoc/>
    public Module Module => model;

    /// <inheritdoc/>
    public bool IsGrowing => false;

    /// <inheritdoc/>
    public void BeginEpoch(int epoch)
    {
    }

    /// <inheritdoc/>
    public LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress) => objective.Evaluate(model, batch[0], progress);

    /// <inheritdoc/>
    public void EndTraining() => model.eval();
}
