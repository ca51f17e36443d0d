using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>A linear layer from the code to the inner shape, then transposed convolutions with an activation between them.</summary>
public sealed class ConvolutionalDecoder : DecoderNetwork
{
    private readonly Linear unfold;
    private readonly Sequential layers;
    private readonly ConvolutionPlan plan;

    internal ConvolutionalDecoder(ConvolutionPlan plan, Activation activation, long latentSize)
        : base(nameof(ConvolutionalDecoder))
    {
        this.plan = plan;
        unfold = Linear(latentSize, plan.FeatureCount);
        layers = ConvolutionStack.Outwards(plan, activation);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x) => plan.ToRows(plan.ToPositions(x.Apply(unfold)).Apply(layers));

    /// <inheritdoc/>
    public override void StartAt(Tensor preActivation) => ConvolutionStack.StartAt(layers, plan, preActivation);
}
