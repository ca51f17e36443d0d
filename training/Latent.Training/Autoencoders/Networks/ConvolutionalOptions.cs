using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// Convolutions that halve height and width (kernel 4, stride 2, padding 1); the last one covers the remaining image: 28x28
/// to 14x14 to 7x7 to 1x1 with 32, 64 and 128 channels by default. The decoder runs the transposed convolutions in reverse
/// order.
/// </summary>
public sealed record ConvolutionalOptions : NetworkOptions, IRecordCheck
{
    /// <summary>
    /// The output channels of each convolution, from the image inwards; at least one, each at least 1. Default: 32, 64, 128.
    /// </summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> Channels { get; init; } = [32, 64, 128];

    /// <summary>
    /// Whether the last convolution covers the remaining image and leaves one position; else every convolution halves.
    /// Default: true.
    /// </summary>
    public bool Collapse { get; init; } = true;

    /// <summary>The nonlinearity between convolutions. Default: relu.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public string? FindFault() => Channels.Count > 0
        ? null
        : "must have at least one number of channels, such as [32, 64, 128]. Received: [].";

    internal override EncoderNetwork CreateEncoder(RowShape row) => new ConvolutionalEncoder(Plan(row), Activation);

    internal override DecoderNetwork CreateDecoder(RowShape row, EncoderNetwork encoder, Linear code) =>
        new ConvolutionalDecoder(Plan(row), Activation, code.weight.shape[0]);

    private ConvolutionPlan Plan(RowShape row) => ConvolutionPlan.For(row.RequireImage("convolutional"), Channels, Collapse);
}
