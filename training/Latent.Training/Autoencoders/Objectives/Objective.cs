using Latent.Fitting;
using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The training objective (loss): reconstruction + β · divergence + penalties, averaged over the rows of a batch (β-VAE,
/// Higgins et al. 2017; β = 1 is the evidence lower bound). Models with deterministic codes have no divergence.
/// </summary>
internal sealed class Objective
{
    private readonly Corruption? corruption;
    private readonly bool isBinarized;
    private readonly BetaSchedule betas;
    private readonly ImportanceSettings? importance;
    private readonly IReadOnlyList<IPenalty> penalties;

    /// <summary>Creates an objective.</summary>
    /// <param name="settings">The settings; their terms must be supported for the model.</param>
    /// <param name="model">The model.</param>
    /// <param name="corruption">The corruption of rows in training. Default: none.</param>
    /// <param name="binarization">The binarization of rows in training. Default: none.</param>
    public Objective(
        ObjectiveSettings settings,
        AutoencoderModel model,
        CorruptionSettings? corruption = null,
        Binarization binarization = Binarization.None)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(model);
        Settings = settings;
        Corruption = corruption;
        this.corruption = corruption is null ? null : new Corruption(corruption);
        isBinarized = binarization == Binarization.Stochastic;
        betas = new BetaSchedule(settings.Beta, settings.Annealing);
        importance = settings.Importance;
        Reconstruction = settings.Likelihood switch
        {
            Likelihood.Bernoulli => new BinaryCrossEntropy(),
            Likelihood.Multinomial => new MultinomialCrossEntropy(),
            Likelihood.Rated => new RatedSquaredError(),
            _ => model.IsVariational ? new HalfSquaredError() : new MeanSquaredError(),
        };
        penalties = Penalties.Create(settings, Reconstruction);
        Prior = settings.Prior == PriorKind.Composite ? new CompositePrior() : null;
    }

    /// <summary>The settings.</summary>
    public ObjectiveSettings Settings { get; }

    /// <summary>The corruption of rows in training; null without corruption.</summary>
    public CorruptionSettings? Corruption { get; }

    /// <summary>The reconstruction loss.</summary>
    public ReconstructionLoss Reconstruction { get; }

    /// <summary>The weight of the divergence, after annealing.</summary>
    public double Beta => Settings.Beta;

    /// <summary>Whether that weight is multiplied by the number of ratings of a row.</summary>
    public bool BetaPerRating => Settings.BetaPerRating;

    /// <summary>The prior of codes; null for the standard normal distribution.</summary>
    internal CompositePrior? Prior { get; }

    /// <summary>
    /// Computes the loss of a batch; a Gaussian code is sampled by z = μ + σ ε, with TorchSharp's generator. Outside training
    /// the divergence has its full weight, so that the losses of epochs are comparable.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="raw">Raw rows, [batch, features].</param>
    /// <param name="progress">The progress of the run, in epochs: 1.5 is the middle of the second epoch.</param>
    public LossTerms Evaluate(AutoencoderModel model, Tensor raw, double progress)
    {
        // Comes first: it replaces the model's weights for a moment, and gradients need them unchanged.
        var earlier = Prior?.EarlierPosterior(model, raw);
        var pass = Run(model, raw);
        var terms = new List<(string, Tensor)>();
        var loss = pass.Posterior.LogVariance is { } logVariance
            ? Variational(pass, logVariance, earlier, progress, terms)
            : Plain(pass, terms);
        foreach (var penalty in penalties)
        {
            var term = penalty.Compute(pass);
            terms.Add((penalty.Name, term));
            loss = loss.Plus(term * Scalars.Get(penalty.Weight));
        }

        return new LossTerms(loss, terms);
    }

    private TrainingPass Run(AutoencoderModel model, Tensor raw)
    {
        // Validation rows are already binary.
        var rows = isBinarized && model.training ? raw.bernoulli() : raw;
        var clean = model.Normalizer.Normalize<TensorValue>(rows);
        var (seen, target) = (clean, clean);
        if (corruption is not null)
        {
            var corrupted = corruption.Apply(clean.Tensor);
            seen = corrupted;
            target = corruption.TargetOf(clean, corrupted);
        }

        return new TrainingPass(model, clean, seen, target, model.training ? model.EncodeInTraining(seen) : model.Encode(seen));
    }

    private Tensor Plain(TrainingPass pass, List<(string, Tensor)> terms)
    {
        var rows = Reconstruct(pass, pass.Posterior.Mean);
        terms.Add((LossTerm.Reconstruction, rows));
        return rows;
    }

    private Tensor Variational(
        TrainingPass pass, TensorValue logVariance, Posterior<TensorValue>? earlier, double progress, List<(string, Tensor)> terms)
    {
        var isTraining = pass.Model.training;
        if (importance is { Samples: > 1 } && (!isTraining || progress >= importance.WarmupEpochs))
        {
            var (loss, reconstruction) = new ImportanceBound(Reconstruction, importance.Samples).Compute(pass);
            terms.AddRange([
                (LossTerm.Reconstruction, reconstruction),
                (LossTerm.Divergence, GaussianDivergence.PerRow(pass.Posterior.Mean, logVariance).Tensor.mean())]);
            return loss;
        }

        var noise = (TensorValue)randn_like(pass.Posterior.Mean.Tensor);
        var code = pass.Posterior.Mean + ((logVariance * 0.5f).Exp() * noise);
        var rows = Reconstruct(pass, code);
        var divergence = Prior is null
            ? GaussianDivergence.PerRow(pass.Posterior.Mean, logVariance).Tensor
            : CompositePrior.OfRows(code.Tensor, pass.Posterior, earlier);
        terms.AddRange([(LossTerm.Reconstruction, rows), (LossTerm.Divergence, divergence.mean())]);

        // All ratings of a user count, including those that corruption hides from the encoder or that are not part of the target.
        var weighted = BetaPerRating ? divergence * RatingCount.OfRows(pass.Clean).Tensor : divergence;
        using var beta = Scalars.New(isTraining ? betas.At(progress) : Beta);
        return rows.Plus(weighted.mean() * beta);
    }

    private Tensor Reconstruct(TrainingPass pass, TensorValue code) =>
        Reconstruction.MeanOfRows(pass.Model.DecodePreActivation(code), pass.Target, pass.Model.Output);
}
