using Latent.Onnx;
using Latent.Training.Models;

namespace Latent.Training.Objectives;

/// <summary>
/// The anomaly score of raw rows, as the score graph of a bundle computes it: the reconstruction loss at the mean of
/// the code, plus β times the divergence where the code is Gaussian (the negative evidence lower bound without its
/// noise). Higher is stranger.
/// </summary>
/// <param name="objective">What the model was trained on.</param>
public sealed class AnomalyScore(Objective objective)
{
    /// <summary>The name of the score, as the manifest states it.</summary>
    /// <param name="model">The model.</param>
    public string KindFor(AutoencoderModel model) =>
        model.IsVariational ? "negative_elbo" : objective.Reconstruction switch
        {
            MeanSquaredError => "mean_squared_error",
            RatedSquaredError => "rated_squared_error",
            _ => "cross_entropy",
        };

    /// <summary>The score of each row, and the squared error of each feature in model units.</summary>
    /// <param name="model">The model.</param>
    /// <param name="raw">Raw rows, [batch, features].</param>
    /// <returns>Scores [batch] and errors [batch, features].</returns>
    public (V Scores, V Errors) OfRows<V>(AutoencoderModel model, V raw)
        where V : struct, IValue<V>
    {
        var x = model.Normalizer.Normalize(raw);
        var posterior = model.Encode(x);
        var preActivation = model.DecodePreActivation(posterior.Mean);
        var scores = objective.Reconstruction.OfRows(preActivation, x, model.Output);
        if (posterior.LogVariance is { } logVariance)
        {
            var divergence = GaussianDivergence.OfRows(posterior.Mean, logVariance) * (float)objective.Beta;
            scores += objective.BetaPerRating ? divergence * RatingCount.OfRows(x) : divergence;
        }

        var difference = Layers.OutputActivations.Apply(model.Output, preActivation) - x;
        return (scores, difference * difference);
    }
}
