using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// Convolutions that halve height and width, and self-attention over the remaining positions, before and after the code:
/// every position of an image attends to every other.
/// </summary>
public sealed record AttentionOptions : NetworkOptions, IRecordCheck
{
    /// <summary>The output channels of each convolution, from the image inwards; at least one, each at least 1. Default: 32, 64.</summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> Channels { get; init; } = [32, 64];

    /// <summary>The number of attention heads, a divisor of the last of <see cref="Channels"/>; 0 disables attention. Default: 4.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Heads { get; init; } = 4;

    /// <summary>The nonlinearity between convolutions. Default: relu.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Channels.Count == 0)
            return "must have at least one number of channels, such as [32, 64]. Received: [].";
        return Heads == 0 || Channels[^1] % Heads == 0
            ? null
            : $"must have a number of heads that divides the last number of channels, {Channels[^1]}. Received: {Heads}.";
    }

    internal override EncoderNetwork CreateEncoder(RowShape row) => new AttentionEncoder(Plan(row), this);

    internal override DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code) =>
        new AttentionDecoder(Plan(row), this, code.weight.shape[0]);

    /// <summary>Creates the attention over the output positions of a plan; null without heads.</summary>
    internal PositionAttention? CreateAttention(ConvolutionPlan plan) => Heads == 0 ? null : new PositionAttention(plan.Inner, Heads);

    private ConvolutionPlan Plan(RowShape row) => ConvolutionPlan.For(row.RequireImage("attention"), Channels, collapse: false);
}
