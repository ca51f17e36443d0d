using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Convolutions with an activation between them, and none after the last.</summary>
public sealed class ConvolutionalEncoder : EncoderNetwork
{
    private readonly Sequential layers;
    private readonly ConvolutionPlan plan;

    internal ConvolutionalEncoder(ConvolutionPlan plan, Activation activation)
        : base(nameof(ConvolutionalEncoder), plan.FeatureCount)
    {
        this.plan = plan;
        layers = ConvolutionStack.Inwards(plan, activation);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x) => plan.ToImages(x).Apply(layers).Reshape(-1, FeatureCount);
}
