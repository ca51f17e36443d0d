namespace Latent.Training.Normalization;

/// <summary>The scaling of raw features before the encoder, undone after the decoder.</summary>
public enum NormalizationKind
{
    /// <summary>No scaling.</summary>
    None,

    /// <summary>Minus the mean of the training rows, divided by their standard deviation.</summary>
    Standardize,

    /// <summary>From the range of the training rows to [0, 1].</summary>
    MinMax,

    /// <summary>sign(x) · log(1 + |x|), for counts and sizes; then as <see cref="Standardize"/>.</summary>
    LogStandardize,

    /// <summary>sign(x) · log(1 + |x|), for counts and sizes; then as <see cref="MinMax"/>.</summary>
    LogMinMax,

    /// <summary>Divided by the maximum of the training rows, one for all features: 0 stays 0. For ratings.</summary>
    Max,

    /// <summary>1 where a value is above 0, else 0, and not scaled back: whether there is a rating, not its value.</summary>
    Presence,

    /// <summary>Maps of the local variation of a grayscale image (<see cref="TextureMaps"/>). For surfaces.</summary>
    Texture,
}
