using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Fully connected layers with an activation between them.</summary>
public sealed class DenseDecoder : DecoderNetwork
{
    private readonly Sequential layers;

    internal DenseDecoder(IReadOnlyList<long> widths, Activation activation, double dropout)
        : base(nameof(DenseDecoder))
    {
        layers = Perceptron.Stack(widths, activation, dropout);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x) => x.Apply(layers);

    /// <inheritdoc/>
    public override void StartAt(Tensor preActivation) => Perceptron.LastBias(layers).copy_(preActivation);
}
