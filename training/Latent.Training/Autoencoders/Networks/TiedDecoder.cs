using Latent.Onnx;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>
/// The encoder's layers in reverse order, with the encoder's weights transposed and separate biases: h · W + b instead of
/// h · Wᵀ + b. The encoder owns the weights: one tensor in training, one initializer in a graph.
/// </summary>
public sealed class TiedDecoder : DecoderNetwork
{
    private readonly Module<Tensor, Tensor> activation;
    private readonly Linear[] encoder;

    /// <param name="encoder">The encoder's layers from the input to the code; the encoder owns them.</param>
    /// <param name="activation">The nonlinearity between layers.</param>
    internal TiedDecoder(IEnumerable<Linear> encoder, Activation activation)
        : base(nameof(TiedDecoder))
    {
        this.encoder = [.. encoder.Reverse()];
        this.activation = activation.Layer();
        for (var i = 0; i < this.encoder.Length; i++)
            register_parameter(BiasName(i), DetachedParameter.Create(zeros(this.encoder[i].weight.shape[1])));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        for (var i = 0; i < encoder.Length; i++)
        {
            x = x.MatMul(x.Weight(encoder[i].weight)) + x.Weight(Bias(i));      // [batch, in] of the encoder's layer
            if (i < encoder.Length - 1)
                x = x.Apply(activation);
        }

        return x;
    }

    /// <inheritdoc/>
    public override void StartAt(Tensor preActivation) => Bias(encoder.Length - 1).copy_(preActivation);

    private static string BiasName(int layer) => $"bias_{layer}";

    private Parameter Bias(int layer) => get_parameter(BiasName(layer))!;
}
