using Latent.Training.Layers;
using Latent.Training.Recipes;

namespace Latent.Training.Models;

/// <summary>A fully connected autoencoder.</summary>
public sealed record DenseOptions : IRecordCheck
{
    /// <summary>The number of features of a row; 0 takes it from the data.</summary>
    [AtLeast(0)]
    public int Input { get; init; }

    /// <summary>The widths of the encoder's hidden layers, from the input inwards; the decoder mirrors them. At least 1 each.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [256, 128];

    /// <summary>The number of numbers in a code, at least 1.</summary>
    [AtLeast(1)]
    public int Latent { get; init; } = 32;

    /// <summary>The nonlinearity between layers.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>What the decoder ends with: sigmoid for data in [0, 1].</summary>
    public OutputActivation Output { get; init; } = OutputActivation.Sigmoid;

    /// <summary>How raw features are scaled.</summary>
    public NormalizationKind Normalization { get; init; } = NormalizationKind.None;

    /// <inheritdoc/>
    public string? FindFault() => Widths.FindFault(Hidden);
}
