namespace Latent.Training.Codecs;

/// <summary>The normalization between the layers of a codec.</summary>
public enum CodecNormalization
{
    /// <summary>Divisive normalization (<see cref="Latent.Training.Normalization.DivisiveNormalization"/>).</summary>
    Divisive,

    /// <summary>Batch normalization, then max(0, x).</summary>
    Batch,
}
