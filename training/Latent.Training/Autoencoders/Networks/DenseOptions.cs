using System.ComponentModel.DataAnnotations;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// Fully connected layers: 784-256-128 before a code of 32 by default, for rows of 784 features (Hinton and Salakhutdinov
/// 2006).
/// </summary>
public sealed record DenseOptions : NetworkOptions
{
    /// <summary>The widths of the encoder's hidden layers, from the input inwards; the decoder mirrors them. At least 1 each.</summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> Hidden { get; init; } = [256, 128];

    /// <summary>The nonlinearity after each hidden layer. Default: relu.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether the decoder's weights are the encoder's, transposed: half the parameters. Default: false.</summary>
    public bool Tied { get; init; }

    /// <summary>The dropout probability after each hidden layer, at least 0, less than 1. Default: 0.</summary>
    [Range(0, 1, MaximumIsExclusive = true)]
    public double Dropout { get; init; }

    internal override EncoderNetwork CreateEncoder(RowShape row) => new DenseEncoder([row.Size, .. Hidden], Activation, Dropout);

    internal override DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code) => Tied
        ? new TiedDecoder([.. ((DenseEncoder)encoder).Linears, code], Activation)
        : new DenseDecoder([code.weight.shape[0], .. Hidden.Reverse(), row.Size], Activation, Dropout);
}
