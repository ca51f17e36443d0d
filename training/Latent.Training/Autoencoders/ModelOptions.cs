using System.ComponentModel.DataAnnotations;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Layers;
using Latent.Training.Normalization;

namespace Latent.Training.Autoencoders;

/// <summary>The options that all families share.</summary>
public sealed record ModelOptions
{
    /// <summary>The number of features of a row; 0 takes it from the data.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Input { get; init; }

    /// <summary>The network of encoder and decoder, for code families. Default: dense.</summary>
    public NetworkKind? Network { get; init; }

    /// <summary>The latent dimension, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latent { get; init; } = 32;

    /// <summary>The decoder's output activation: sigmoid for data in [0, 1]. Default: sigmoid.</summary>
    public OutputActivation Output { get; init; } = OutputActivation.Sigmoid;

    /// <summary>How raw features are scaled. Default: none.</summary>
    public NormalizationKind Normalization { get; init; } = NormalizationKind.None;

    /// <summary>
    /// Whether the encoder sees each row scaled to length 1, so that users with few and with many ratings are comparable
    /// (Liang et al. 2018); the reconstruction target is not scaled. Default: false.
    /// </summary>
    public bool UnitLength { get; init; }
}
