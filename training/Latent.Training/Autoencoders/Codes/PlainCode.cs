using Latent.Onnx;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>A deterministic code: φ(W h + b).</summary>
public sealed class PlainCode : CodeLayer
{
    // A sigmoid unit below this counts as inactive.
    private const double ActiveSigmoid = 0.1;

    internal PlainCode(long features, long size, CodeActivation activation)
        : base(nameof(PlainCode), features, size)
    {
        Activation = activation;
        RegisterComponents();
    }

    /// <summary>The nonlinearity φ.</summary>
    public CodeActivation Activation { get; }

    /// <inheritdoc/>
    public override double? ActiveAbove => Activation switch
    {
        CodeActivation.Sigmoid => ActiveSigmoid,
        CodeActivation.Relu => 0,
        _ => null,
    };

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V features) => new(Activation.Apply(features.Apply(Projection)));
}
