using Latent.Fitting;
using Latent.Onnx;
using Latent.Sequences;
using Latent.Shared;
using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;

namespace Latent.Training.Sequences;

/// <summary>
/// The training objective (loss) of a sequence model: the negative log-likelihood of the tokens of a row, given a code
/// sampled from its posterior, + β · divergence, averaged over rows. Word dropout hides tokens from the decoder, so that it
/// needs the code (Bowman et al. 2016); free bits leave that much divergence per latent without cost (Kingma et al. 2016).
/// </summary>
/// <param name="settings">The settings: weight and annealing of the divergence, word dropout, free bits.</param>
internal sealed class SequenceObjective(ObjectiveSettings settings)
{
    private readonly BetaSchedule betas = new(settings.Beta, settings.Annealing);

    /// <summary>
    /// Computes the loss of a batch. Outside training no token is hidden, no bits are free, and the divergence has its full
    /// weight.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Token indices, [batch, length].</param>
    /// <param name="progress">The progress of the run, in epochs: 1.5 is the middle of the second epoch.</param>
    public LossTerms Evaluate(SequenceModel model, Tensor rows, double progress)
    {
        TensorValue tokens = Trim(rows);                        // [batch, steps]
        var posterior = model.Encode(tokens);
        var (mean, logVariance) = (posterior.Mean, posterior.LogVariance!.Value);
        var code = mean + ((logVariance * 0.5f).Exp() * (TensorValue)randn_like(mean.Tensor));
        var reconstruction = Reconstruction(model, tokens, code);
        var divergence = GaussianDivergence.PerLatent(mean, logVariance).Tensor.mean([0]);     // [latent]
        var counted = model.training ? divergence.clamp_min(Scalars.Get(model.UsesCode ? settings.FreeBits : 0)) : divergence;
        using var beta = Scalars.New(model.training ? betas.At(progress) : settings.Beta);
        return new LossTerms(
            reconstruction.Plus(counted.sum() * beta),
            [(LossTerm.Reconstruction, reconstruction), (LossTerm.Divergence, divergence.sum())]);
    }

    // Only steps that have a token are predicted.
    private Tensor Reconstruction(SequenceModel model, TensorValue tokens, TensorValue code)
    {
        var steps = tokens.Tensor.shape[1];
        var previous = SequenceModel.Before(tokens, steps);
        var (features, _) = model.Decode(model.training ? Hide(previous) : previous, code, steps, lengths: model.LengthsOf(tokens));
        var positions = model.MaskOf(tokens).Tensor.reshape(-1).nonzero().squeeze(1);
        var logits = model.Logits<TensorValue>(features.Tensor.reshape(-1, features.Tensor.shape[2]).index_select(0, positions));
        var targets = model.TokenIndices(tokens).Tensor.reshape(-1).index_select(0, positions);
        return nn.functional.cross_entropy(logits.Tensor, targets, reduction: nn.Reduction.Sum) / Scalars.Get(tokens.Tensor.shape[0]);
    }

    private TensorValue Hide(TensorValue previous)
    {
        if (settings.WordDropout == 0)
            return previous;
        var isToken = previous.Tensor.gt(Scalars.Get(TokenVocabulary.End));
        var hidden = rand_like(previous.Tensor).lt(Scalars.Get(settings.WordDropout)).logical_and(isToken);
        return previous.Tensor.masked_fill(hidden, Scalars.Get(TokenVocabulary.Unknown));
    }

    // Drops the columns in which every row is padding.
    private static Tensor Trim(Tensor rows)
    {
        var longest = rows.ne(Scalars.Get(TokenVocabulary.Pad)).sum(1).max().item<long>();
        return rows.narrow(1, 0, Math.Max(1, longest));
    }
}
