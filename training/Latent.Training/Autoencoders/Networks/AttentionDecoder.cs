using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>A linear layer from the code to the inner positions, self-attention over them, then transposed convolutions.</summary>
public sealed class AttentionDecoder : DecoderNetwork
{
    private readonly Linear unfold;
    private readonly Sequential layers;
    private readonly Module<Tensor, Tensor> activation;
    private readonly PositionAttention? attention;
    private readonly ConvolutionPlan plan;

    internal AttentionDecoder(ConvolutionPlan plan, AttentionOptions options, long latentSize)
        : base(nameof(AttentionDecoder))
    {
        this.plan = plan;
        unfold = Linear(latentSize, plan.FeatureCount);
        layers = ConvolutionStack.Outwards(plan, options.Activation);
        activation = options.Activation.Layer();
        attention = options.CreateAttention(plan);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        var inner = plan.ToPositions(x.Apply(unfold).Apply(activation));
        var seen = attention is null ? inner : inner.Apply(attention);
        return plan.ToRows(seen.Apply(layers));
    }

    /// <inheritdoc/>
    public override void StartAt(Tensor preActivation) => ConvolutionStack.StartAt(layers, plan, preActivation);
}
