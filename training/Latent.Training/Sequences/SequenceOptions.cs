using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Sequences;

/// <summary>A variational autoencoder of sequences of tokens: a recurrent encoder, a recurrent decoder that sees the code at every step (the article, section 6).</summary>
public sealed record SequenceOptions
{
    /// <summary>How many tokens the model knows, the most frequent ones, four special ones included; 0 takes all that training rows have. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Vocabulary { get; init; }

    /// <summary>How many tokens a sequence has at most, its end included; longer ones are left out. 0 takes the longest. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Length { get; init; }

    /// <summary>The size of the vector that stands for a token, at least 1. Default: 128.</summary>
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

    /// <summary>The number of numbers in a code, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latent { get; init; } = 32;

    /// <summary>
    /// Whether tokens are predicted by the vectors that stand for them (Press and Wolf 2017), behind a linear layer to
    /// their size; else by a layer of its own. Default: true.
    /// </summary>
    public bool SharedOutput { get; init; } = true;

    /// <summary>Share of the features, of tokens and before the prediction, that are left out in training, at least 0, less than 1. Default: 0.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    /// <summary>Whether the decoder sees the code. Without it the model is a plain language model of the same size, to compare with. Default: true.</summary>
    public bool UsesCode { get; init; } = true;
}
