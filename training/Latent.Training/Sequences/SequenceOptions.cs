using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Sequences;

/// <summary>
/// The options of a variational autoencoder of token sequences: a recurrent encoder, and a recurrent decoder that sees the
/// code at every step (Bowman et al. 2016).
/// </summary>
public sealed record SequenceOptions
{
    /// <summary>
    /// The vocabulary size: the most frequent tokens, four special ones included; 0 takes all tokens of the training rows.
    /// Default: 0.
    /// </summary>
    [Range(0, double.PositiveInfinity)]
    public int Vocabulary { get; init; }

    /// <summary>
    /// The maximum number of tokens of a sequence, including the end token; longer sequences are left out. 0 takes the length
    /// of the longest one. Default: 0.
    /// </summary>
    [Range(0, double.PositiveInfinity)]
    public int Length { get; init; }

    /// <summary>The embedding dimension, at least 1. Default: 128.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Embedding { get; init; } = 128;

    /// <summary>The cell of both networks. Default: lstm.</summary>
    public CellKind Cell { get; init; } = CellKind.Lstm;

    /// <summary>The size of the encoder's states, in each direction, at least 1. Default: 256.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Encoder { get; init; } = 256;

    /// <summary>Layers of the encoder, at least 1. Default: 1.</summary>
    [Range(1, double.PositiveInfinity)]
    public int EncoderLayers { get; init; } = 1;

    /// <summary>Whether the encoder reads in both directions. Default: true.</summary>
    public bool Bidirectional { get; init; } = true;

    /// <summary>The size of the decoder's states, at least 1. Default: 256.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Decoder { get; init; } = 256;

    /// <summary>Layers of the decoder, at least 1. Default: 1.</summary>
    [Range(1, double.PositiveInfinity)]
    public int DecoderLayers { get; init; } = 1;

    /// <summary>The latent dimension, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latent { get; init; } = 32;

    /// <summary>
    /// Whether the output layer shares its weights with the token embeddings (Press and Wolf 2017), after a linear layer to
    /// the embedding dimension; else it has its own weights. Default: true.
    /// </summary>
    public bool SharedOutput { get; init; } = true;

    /// <summary>
    /// Dropout probability of the token embeddings and of the features before the prediction, at least 0, less than 1.
    /// Default: 0.
    /// </summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    /// <summary>
    /// Whether the decoder sees the code. Without it, the model is a plain language model of the same size, for comparison.
    /// Default: true.
    /// </summary>
    public bool UsesCode { get; init; } = true;
}
