namespace Latent.Training.Autoencoders.Scores;

/// <summary>What the anomaly score of a row is.</summary>
public enum ScoreKind
{
    /// <summary>The loss that the model was trained on, at the mean of the code.</summary>
    Loss,

    /// <summary>
    /// The Mahalanobis distance of the errors from those of training rows, divided by the root of their number: about 1 for
    /// a row like those, at most 10. An error counts by how unusual it is, and errors that always come together count once.
    /// </summary>
    Mahalanobis,

    /// <summary>
    /// How improbable a row is: -log of the share of training rows that are as far from the mean row, plus -log of the
    /// share whose errors are as far from the usual ones (Fisher's method), each share by a logistic curve over the
    /// logarithm of the distance. For tables whose training rows hold anomalies too.
    /// </summary>
    Improbability,

    /// <summary>
    /// Of pictures: the largest error of any place with its neighbours, each error in units of those that training rows have
    /// there. For small defects of large pictures.
    /// </summary>
    Place,
}
