using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The training objective (loss).</summary>
public sealed record ObjectiveSettings : IRecordCheck
{
    /// <summary>The likelihood, which defines the reconstruction loss. Default: gaussian.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Gaussian;

    /// <summary>Weight of the Kullback-Leibler term of variational models, at least 0; 1 is the evidence lower bound. Default: 1.</summary>
    [Range(0, double.PositiveInfinity)]
    public double Beta { get; init; } = 1;

    /// <summary>
    /// Whether <see cref="Beta"/> is multiplied by the number of nonzero values of a row, so that users with many ratings are
    /// held as close to the prior, per rating, as those with few (RecVAE, Shenbin et al. 2020); for likelihood multinomial.
    /// Default: false.
    /// </summary>
    public bool BetaPerRating { get; init; }

    /// <summary>
    /// The prior of codes in training; scores and metrics of a bundle use the standard normal distribution. For variational
    /// models. Default: standard.
    /// </summary>
    public PriorKind Prior { get; init; } = PriorKind.Standard;

    /// <summary>How the weight of the Kullback-Leibler term grows from 0. Default: it is <see cref="Beta"/> from the start.</summary>
    public AnnealingSettings? Annealing { get; init; }

    /// <summary>
    /// Nats of divergence per latent without cost, averaged over the rows of a batch, at least 0 (Kingma et al. 2016); for
    /// sequence models. Default: 0.
    /// </summary>
    [Range(0, double.PositiveInfinity)]
    public double FreeBits { get; init; }

    /// <summary>
    /// Share of the tokens that are hidden from the decoder of a sequence model in training, at least 0, at most 1 (Bowman et
    /// al. 2016). Default: 0.
    /// </summary>
    [Range(0, 1)]
    public double WordDropout { get; init; }

    /// <summary>The importance-weighted bound instead of the evidence lower bound. Default: none.</summary>
    public ImportanceSettings? Importance { get; init; }

    /// <summary>A penalty on codes that are active too often. Default: none.</summary>
    public SparsitySettings? Sparsity { get; init; }

    /// <summary>
    /// Weight of the squared Frobenius norm of the encoder's Jacobian, at least 0 (contractive autoencoders, Rifai et
    /// al. 2011); for dense networks. Default: 0.
    /// </summary>
    [Range(0, double.PositiveInfinity)]
    public double Contraction { get; init; }

    /// <summary>A loss that revives dead latents of sparse codes. Default: none.</summary>
    public AuxiliarySettings? Auxiliary { get; init; }

    /// <inheritdoc/>
    public string? FindFault() => Importance is { Samples: > 1 } && (Beta != 1 || Likelihood != Likelihood.Bernoulli)
        ? "must have beta 1 and likelihood bernoulli with importance samples: the bound has no other weights. " +
          FormattableString.Invariant($"Received: beta {Beta}, likelihood {RecordBinder.NameOf(Likelihood)}.")
        : null;
}
