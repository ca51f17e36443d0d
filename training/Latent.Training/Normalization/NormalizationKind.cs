namespace Latent.Training.Normalization;

/// <summary>How raw numbers are scaled before the encoder, and back after the decoder.</summary>
public enum NormalizationKind
{
    /// <summary>As they are.</summary>
    None,

    /// <summary>Minus the mean of the training rows, divided by their standard deviation.</summary>
    Standardize,

    /// <summary>From the range of the training rows to [0, 1].</summary>
    MinMax,

    /// <summary>The logarithm first, sign(x) · log(1 + |x|), for counts and sizes; then as <see cref="Standardize"/>.</summary>
    LogStandardize,

    /// <summary>The logarithm first, sign(x) · log(1 + |x|), for counts and sizes; then as <see cref="MinMax"/>.</summary>
    LogMinMax,

    /// <summary>Divided by the largest value of the training rows, one for all features: 0 stays 0. For ratings.</summary>
    Max,

    /// <summary>1 where a value is above 0, else 0, and not scaled back: that there is a rating, not which.</summary>
    Presence,

    /// <summary>Maps of how strongly a grey picture varies, place by place (<see cref="TextureMaps"/>). For surfaces.</summary>
    Texture,
}
