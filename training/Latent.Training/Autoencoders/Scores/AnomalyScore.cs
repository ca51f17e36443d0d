using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Layers;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// The anomaly score of raw rows, as the score graph of a bundle computes it. Higher is stranger. It is the reconstruction
/// loss at the mean of the code, plus β times the divergence where the code is Gaussian (the negative evidence lower bound
/// without its noise); or, where the recipe asks for it, a measure that knows the errors of training rows
/// (<see cref="ErrorDistribution"/>, <see cref="TailProbabilityScore"/>, <see cref="LocalErrorScore"/>).
/// </summary>
public sealed class AnomalyScore
{
    private readonly Objective objective;
    private readonly IErrorMeasure? measure;

    /// <summary>The loss as the score.</summary>
    /// <param name="objective">What the model was trained on.</param>
    public AnomalyScore(Objective objective)
        : this(objective, null)
    {
    }

    private AnomalyScore(Objective objective, IErrorMeasure? measure) => (this.objective, this.measure) = (objective, measure);

    /// <summary>The score that a recipe asks for.</summary>
    /// <param name="settings">What it asks for.</param>
    /// <param name="objective">What the model was trained on.</param>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="train">The rows it was trained on.</param>
    internal static AnomalyScore Create(CalibrationSettings settings, Objective objective, AutoencoderModel model, Dataset train) => new(objective, settings.Score switch
    {
        ScoreKind.Mahalanobis => ErrorDistribution.Fit(model, train),
        ScoreKind.Improbability => TailProbabilityScore.Fit(model, train),
        ScoreKind.Place => LocalErrorScore.Fit(model, train),
        _ => null,
    });

    /// <summary>The name of the score, as the manifest states it.</summary>
    /// <param name="model">The model.</param>
    public string KindFor(AutoencoderModel model) => measure?.Kind ?? objective.Reconstruction switch
    {
        _ when model.IsVariational => "negative_elbo",
        MeanSquaredError => "mean_squared_error",
        RatedSquaredError => "rated_squared_error",
        _ => "cross_entropy",
    };

    /// <summary>
    /// The score of each row, and the error of each feature: squared, in model units; for the measures that know the errors
    /// of training rows, its part of the squared distance, or of the score.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="raw">Raw rows, [batch, features].</param>
    /// <returns>Scores [batch] and errors [batch, features]; the error of a word is that of its slots together.</returns>
    public (V Scores, V Errors) OfRows<V>(AutoencoderModel model, V raw)
        where V : struct, IValue<V>
    {
        var x = model.Normalizer.Normalize(raw);
        var posterior = model.Encode(x);
        var preActivation = model.DecodePreActivation(posterior.Mean);
        var difference = model.Output.Apply(preActivation) - x;
        var (scores, parts) = measure?.Measure(x, difference) ?? (Loss(model, posterior, preActivation, x), difference * difference);
        return (scores, model.Normalizer.PerFeature(parts));
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
