namespace Latent.Training.Layers;

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
}
