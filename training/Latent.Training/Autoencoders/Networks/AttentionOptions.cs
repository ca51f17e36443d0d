using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// Convolutions that halve height and width, and self-attention over the positions that they leave, before the code and
/// behind it: every position of a picture sees every other.
/// </summary>
public sealed record AttentionOptions : NetworkOptions, IRecordCheck
{
    /// <summary>The channels behind each convolution, from the picture inwards. At least one of at least 1. Default: 32, 64.</summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> Channels { get; init; } = [32, 64];

    /// <summary>The number of attention heads, a divisor of the last of <see cref="Channels"/>; 0 leaves attention out. Default: 4.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Heads { get; init; } = 4;

    /// <summary>The nonlinearity between convolutions. Default: relu.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Channels.Count == 0)
            return "must hold at least one number of channels, such as [32, 64]. Received: [].";
        return Heads == 0 || Channels[^1] % Heads == 0 ? null : $"must have a number of heads that divides the last of channels, {Channels[^1]}. Received: {Heads}.";
    }

    internal override EncoderNetwork CreateEncoder(RowShape row) => new AttentionEncoder(Plan(row), this);

    internal override DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code) =>
        new AttentionDecoder(Plan(row), this, code.weight.shape[0]);

    /// <summary>The attention over the positions that a plan leaves.</summary>
    internal PositionAttention? CreateAttention(ConvolutionPlan plan) => Heads == 0 ? null : new PositionAttention(plan.Inner, Heads);

    private ConvolutionPlan Plan(RowShape row) => ConvolutionPlan.For(row.RequireImage("attention"), Channels, collapse: false);
}
