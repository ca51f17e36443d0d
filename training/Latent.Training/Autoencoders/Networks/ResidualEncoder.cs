using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>A linear layer to the hidden width, then residual blocks.</summary>
public sealed class ResidualEncoder : EncoderNetwork
{
    private readonly Sequential layers;

    internal ResidualEncoder(ResidualOptions options, long inputSize)
        : base(nameof(ResidualEncoder), options.Width)
    {
        layers = Sequential([Linear(inputSize, options.Width), options.Activation.Layer(), .. options.CreateBlocks()]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x) => x.Apply(layers);
}
