using System.ComponentModel.DataAnnotations;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// A deep fully connected network: a layer to the hidden width, blocks of two layers each with a skip connection around them,
/// φ(x + W₂ φ(W₁ x)) (He et al. 2016), and the same in reverse order. Encoder and decoder have 2 + 2 · blocks layers each,
/// including those at the code and at the row. No skip connection crosses the code: it would let a row bypass the code, which
/// then could not be decoded alone.
/// </summary>
public sealed record ResidualOptions : NetworkOptions
{
    /// <summary>The width of every hidden layer, at least 1. Default: 256.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Width { get; init; } = 256;

    /// <summary>The number of blocks before the code, and after it, at least 1. Default: 3.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Blocks { get; init; } = 3;

    /// <summary>The nonlinearity. Default: relu.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether blocks have skip connections; else the same layers follow each other without them. Default: true.</summary>
    public bool Skips { get; init; } = true;

    internal override EncoderNetwork CreateEncoder(RowShape row) => new ResidualEncoder(this, row.Size);

    internal override DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code) =>
        new ResidualDecoder(this, code.weight.shape[0], row.Size);

    internal IEnumerable<ResidualBlock> CreateBlocks() =>
        Enumerable.Range(0, Blocks).Select(_ => new ResidualBlock(Width, Activation, Skips));
}
