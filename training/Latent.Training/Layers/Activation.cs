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

/// <summary>Makes the layer of an activation.</summary>
internal static class Activations
{
    public static Module<Tensor, Tensor> Layer(this Activation activation) => activation switch
    {
        Activation.Relu => ReLU(),
        Activation.Sigmoid => Sigmoid(),
        Activation.Tanh => Tanh(),
        Activation.Silu => SiLU(),
        Activation.Selu => SELU(),
        Activation.LeakyRelu => LeakyReLU(0.01),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };
}
