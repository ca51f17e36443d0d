using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>Convolutions with an activation after each, then self-attention over the remaining positions.</summary>
public sealed class AttentionEncoder : EncoderNetwork
{
    private readonly Sequential layers;
    private readonly Module<Tensor, Tensor> activation;
    private readonly PositionAttention? attention;
    private readonly ConvolutionPlan plan;

    internal AttentionEncoder(ConvolutionPlan plan, AttentionOptions options)
        : base(nameof(AttentionEncoder), plan.FeatureCount)
    {
        this.plan = plan;
        layers = ConvolutionStack.Inwards(plan, options.Activation);
        activation = options.Activation.Layer();
        attention = options.CreateAttention(plan);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        var inner = plan.ToImages(x).Apply(layers).Apply(activation);
        return (attention is null ? inner : inner.Apply(attention)).Reshape(-1, FeatureCount);
    }
}
