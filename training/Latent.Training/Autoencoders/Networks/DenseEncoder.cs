using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Fully connected layers with an activation after each.</summary>
public sealed class DenseEncoder : EncoderNetwork
{
    private readonly Sequential layers;

    internal DenseEncoder(IReadOnlyList<long> widths, Activation activation, double dropout)
        : base(nameof(DenseEncoder), widths[^1])
    {
        layers = Perceptron.Hidden(widths, activation, dropout);
        Activation = activation;
        RegisterComponents();
    }

    /// <summary>The nonlinearity after each layer.</summary>
    internal Activation Activation { get; }

    /// <summary>The linear layers, from the input inwards.</summary>
    internal IReadOnlyList<Linear> Linears => [.. layers.children().OfType<Linear>()];

    /// <inheritdoc/>
    public override V Forward<V>(V x) => layers.Count == 0 ? x : x.Apply(layers);
}
