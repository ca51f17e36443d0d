using Latent.Training.Layers;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// -Σ x log p over the items of a row, with p the softmax of the decoder's last layer: the negative log-likelihood of a
/// multinomial decoder, without its constant (Liang et al., "Variational Autoencoders for Collaborative Filtering", 2018).
/// </summary>
internal sealed class MultinomialCrossEntropy : ReconstructionLoss
{
    /// <inheritdoc/>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output) =>
        -((preActivation - preActivation.LogSumExp([-1], keepDims: true)) * target).Sum([-1]);
}
