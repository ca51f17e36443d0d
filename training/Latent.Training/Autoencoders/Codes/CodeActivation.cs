using Latent.Onnx;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>The nonlinearity of a deterministic code.</summary>
public enum CodeActivation
{
    /// <summary>None: unbounded codes.</summary>
    Identity,

    /// <summary>max(0, x): non-negative codes.</summary>
    Relu,

    /// <summary>1 / (1 + exp(-x)): codes in (0, 1), as required by Kullback-Leibler sparsity.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent: codes in (-1, 1).</summary>
    Tanh,

    /// <summary>The self-normalising exponential linear unit (Klambauer et al. 2017).</summary>
    Selu,
}

/// <summary>Applies the nonlinearity of a code.</summary>
internal static class CodeActivations
{
    public static V Apply<V>(this CodeActivation activation, V x)
        where V : struct, IValue<V> => activation switch
        {
            CodeActivation.Relu => x.Relu(),
            CodeActivation.Sigmoid => x.Sigmoid(),
            CodeActivation.Tanh => x.Tanh(),
            CodeActivation.Selu => Activations.Selu(x),
            _ => x,
        };

    /// <summary>Computes the derivative, elementwise.</summary>
    public static Tensor Slope(this CodeActivation activation, Tensor x) => activation switch
    {
        CodeActivation.Relu => Activation.Relu.Slope(x),
        CodeActivation.Sigmoid => Activation.Sigmoid.Slope(x),
        CodeActivation.Tanh => Activation.Tanh.Slope(x),
        CodeActivation.Selu => Activation.Selu.Slope(x),
        _ => ones_like(x),
    };
}
