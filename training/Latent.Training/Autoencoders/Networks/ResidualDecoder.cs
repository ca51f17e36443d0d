using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>A linear layer to the hidden width, residual blocks, and a linear layer to the row.</summary>
internal sealed class ResidualDecoder : DecoderNetwork
{
    private readonly Sequential layers;

    internal ResidualDecoder(ResidualOptions options, long latentSize, long inputSize)
        : base(nameof(ResidualDecoder))
    {
        layers = Sequential(
            [Linear(latentSize, options.Width), options.Activation.Layer(), .. options.CreateBlocks(), Linear(options.Width, inputSize)]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x) => x.Apply(layers);

    /// <inheritdoc/>
    public override void StartAt(Tensor preActivation) => Perceptron.LastBias(layers).copy_(preActivation);
}
