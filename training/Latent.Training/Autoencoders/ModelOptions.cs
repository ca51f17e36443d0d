using System.ComponentModel.DataAnnotations;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Layers;
using Latent.Training.Normalization;

namespace Latent.Training.Autoencoders;

/// <summary>What every family can be asked for.</summary>
public sealed record ModelOptions
{
    /// <summary>The number of features of a row; 0 takes it from the data.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Input { get; init; }

    /// <summary>The network before and behind the code, for families that are a kind of code. Default: dense.</summary>
    public NetworkKind? Network { get; init; }

    /// <summary>The number of numbers in a code, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latent { get; init; } = 32;

    /// <summary>What the decoder ends with: sigmoid for data in [0, 1]. Default: sigmoid.</summary>
    public OutputActivation Output { get; init; } = OutputActivation.Sigmoid;

    /// <summary>How raw features are scaled. Default: none.</summary>
    public NormalizationKind Normalization { get; init; } = NormalizationKind.None;

    /// <summary>
    /// Whether the encoder sees each row scaled to length 1, so that users with few ratings and with many look alike (Liang
    /// et al. 2018); what is drawn stays as it is. Default: false.
    /// </summary>
    public bool UnitLength { get; init; }
}
