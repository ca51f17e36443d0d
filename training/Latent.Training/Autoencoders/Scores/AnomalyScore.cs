using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Layers;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// The anomaly score of raw rows, as computed by the score graph of a bundle. A higher score is more anomalous. It is the
/// reconstruction loss at the mean of the code, plus β times the divergence where the code is Gaussian (the negative evidence
/// lower bound without its noise); or, where <c>calibration.score</c> selects it, a measure fitted to the errors of training rows
/// (<see cref="ErrorDistribution"/>, <see cref="TailProbabilityScore"/>, <see cref="LocalErrorScore"/>).
/// </summary>
internal sealed class AnomalyScore
{
    private readonly Objective objective;
    private readonly IErrorMeasure? measure;

    /// <summary>Creates a score that is the loss.</summary>
    /// <param name="objective">The training objective of the model.</param>
    public AnomalyScore(Objective objective)
        : this(objective, null)
    {
    }

    private AnomalyScore(Objective objective, IErrorMeasure? measure) => (this.objective, this.measure) = (objective, measure);

    /// <summary>Creates the score of a trained model.</summary>
    /// <param name="kind">The kind of score.</param>
    /// <param name="objective">The training objective of the model.</param>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="train">The rows it was trained on.</param>
    internal static AnomalyScore Create(
        ScoreKind kind,
        Objective objective,
        AutoencoderModel model,
        Dataset train) => new(objective, kind switch
        {
            ScoreKind.Mahalanobis => ErrorDistribution.Fit(model, train),
            ScoreKind.Improbability => TailProbabilityScore.Fit(model, train),
            ScoreKind.Place => LocalErrorScore.Fit(model, train),
            _ => null,
        });

    /// <summary>Returns the name of the score, as in the manifest.</summary>
    /// <param name="model">The model.</param>
    public string KindFor(AutoencoderModel model) => measure?.Kind ?? objective.Reconstruction switch
    {
        _ when model.IsVariational => "negative_elbo",
        MeanSquaredError => "mean_squared_error",
        RatedSquaredError => "rated_squared_error",
        _ => "cross_entropy",
    };

    /// <summary>
    /// Computes the score of each row, and the error of each feature: squared, in model units; for measures fitted to the
    /// errors of training rows, its term of the squared distance, or of the score.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="raw">Raw rows, [batch, features].</param>
    /// <returns>Scores [batch] and errors [batch, features]; the error of a category is the sum over its one-hot units.</returns>
    public (V Scores, V Errors) OfRows<V>(AutoencoderModel model, V raw)
        where V : struct, IValue<V>
    {
        var x = model.Normalizer.Normalize(raw);
        var posterior = model.Encode(x);
        var preActivation = model.DecodePreActivation(posterior.Mean);
        var difference = model.Output.Apply(preActivation) - x;
        var (scores, terms) = measure?.Measure(x, difference) ?? (Loss(model, posterior, preActivation, x), difference * difference);
        return (scores, model.Normalizer.PerFeature(terms));
    }

    private V Loss<V>(AutoencoderModel model, Posterior<V> posterior, V preActivation, V x)
        where V : struct, IValue<V>
    {
        var loss = objective.Reconstruction.OfRows(preActivation, x, model.Output);
        if (posterior.LogVariance is not { } logVariance)
            return loss;

        var divergence = GaussianDivergence.PerRow(posterior.Mean, logVariance) * (float)objective.Beta;
        return loss + (objective.BetaPerRating ? divergence * RatingCount.OfRows(x) : divergence);
    }
}
