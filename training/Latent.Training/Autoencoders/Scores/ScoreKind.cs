namespace Latent.Training.Autoencoders.Scores;

/// <summary>The kind of anomaly score.</summary>
public enum ScoreKind
{
    /// <summary>The training loss, at the mean of the code.</summary>
    Loss,

    /// <summary>
    /// The Mahalanobis distance of the errors from those of training rows, divided by the square root of the number of
    /// features: about 1 for a similar row, at most 10. An error counts by how unusual it is, and errors that always occur
    /// together count once.
    /// </summary>
    Mahalanobis,

    // The recipe value stays 'improbability' for compatibility.
    /// <summary>
    /// The improbability of a row: -log of the share of training rows that are at least as far from the mean row, plus -log
    /// of the share whose errors are at least as far from the mean errors (Fisher's method), each share by a logistic curve
    /// over the logarithm of the distance. For tables whose training rows contain anomalies too.
    /// </summary>
    Improbability,

    // The recipe value stays 'place' for compatibility.
    /// <summary>
    /// For images: the maximum error of any pixel, averaged with its neighbours, each error in units of the training rows'
    /// errors at that pixel. For small defects in large images.
    /// </summary>
    Place,
}
