using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>A nonlinearity between layers.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>x · sigmoid(x).</summary>
    Silu,

    /// <summary>The self-normalising exponential linear unit (Klambauer et al. 2017).</summary>
    Selu,

    /// <summary>x for positive x, else 0.01 x.</summary>
    LeakyRelu,
}

/// <summary>Creates the layer, the values and the derivative of an activation.</summary>
internal static class Activations
{
    // Klambauer et al. 2017, equation 14.
    private const double SeluScale = 1.0507009873554805;
    private const double SeluAlpha = 1.6732632423543772;

    public static Module<Tensor, Tensor> Layer(this Activation activation) => activation switch
    {
        Activation.Relu => ReLU(),
        Activation.Sigmoid => Sigmoid(),
        Activation.Tanh => Tanh(),
        Activation.Silu => SiLU(),
        Activation.Selu => SELU(),
        Activation.LeakyRelu => new LeakyRelu(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    /// <summary>
    /// Computes the self-normalising exponential linear unit from operations that every backend has: max(0, x) + α
    /// (exp(min(0, x)) - 1), scaled.
    /// </summary>
    public static V Selu<V>(V x)
        where V : struct, IValue<V> =>
        (x.Relu() + (((-(-x).Relu()).Exp() - 1f) * (float)SeluAlpha)) * (float)SeluScale;

    /// <summary>Computes φ(x), elementwise.</summary>
    public static Tensor Apply(this Activation activation, Tensor x) => activation switch
    {
        Activation.Relu => x.relu(),
        Activation.Sigmoid => x.sigmoid(),
        Activation.Tanh => x.tanh(),
        Activation.Silu => functional.silu(x),
        Activation.Selu => functional.selu(x),
        Activation.LeakyRelu => x.leaky_relu(Scalars.Get(LeakyRelu.Slope)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    /// <summary>Computes φ'(x), elementwise.</summary>
    public static Tensor Slope(this Activation activation, Tensor x) => activation switch
    {
        Activation.Relu => Step(x),
        Activation.Sigmoid => x.sigmoid() * x.sigmoid().OneMinus(),
        Activation.Tanh => x.tanh().Squared().OneMinus(),
        Activation.Silu => x.sigmoid() * (x * x.sigmoid().OneMinus()).Plus(Scalars.One),
        Activation.Selu => Step(x).Plus(Step(x).OneMinus() * Scalars.Get(SeluAlpha) * x.clamp(max: Scalars.Get(0)).exp())
            * Scalars.Get(SeluScale),
        Activation.LeakyRelu => (Step(x) * Scalars.Get(1 - LeakyRelu.Slope)).Plus(Scalars.Get(LeakyRelu.Slope)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    private static Tensor Step(Tensor x) => x.gt(Scalars.Get(0)).to(ScalarType.Float32);
}
