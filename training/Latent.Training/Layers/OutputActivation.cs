using Latent.Onnx;

namespace Latent.Training.Layers;

/// <summary>The activation from a decoder's last layer to a reconstruction.</summary>
public enum OutputActivation
{
    /// <summary>1 / (1 + exp(-x)): reconstructions in (0, 1), for data in [0, 1].</summary>
    Sigmoid,

    /// <summary>No activation: unbounded reconstructions, for normalised data.</summary>
    Identity,

    /// <summary>exp(x) over its sum: probabilities of the items of a row, for the likelihood multinomial.</summary>
    Softmax,
}

/// <summary>Applies an output activation.</summary>
internal static class OutputActivations
{
    public static V Apply<V>(this OutputActivation output, V preActivation)
        where V : struct, IValue<V> => output switch
        {
            OutputActivation.Sigmoid => preActivation.Sigmoid(),
            OutputActivation.Softmax => preActivation.Softmax(-1),
            _ => preActivation,
        };
}
