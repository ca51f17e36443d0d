namespace Latent.Training.Models.Codec;

/// <summary>The normalization between the layers of a codec.</summary>
public enum CodecNormalization
{
    /// <summary>Divisive normalization (<see cref="Layers.DivisiveNormalization"/>).</summary>
    Divisive,

    /// <summary>Batch normalization, then max(0, x).</summary>
    Batch,
}
