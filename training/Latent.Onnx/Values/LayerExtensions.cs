using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>Runs layers of one and of two tensors; layers of more have their own <c>Apply</c> beside their converter.</summary>
public static class LayerExtensions
{
    /// <summary>Runs a layer of one tensor.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The input.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    public static V Apply<V>(this V x, Module<Tensor, Tensor> layer)
        where V : struct, IValue<V> => V.Apply(layer, [x])[0];

    /// <summary>Runs a layer of two tensors, such as <c>Bilinear</c>.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The first input.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="second">The second input.</param>
    public static V Apply<V>(this V x, Module<Tensor, Tensor, Tensor> layer, V second)
        where V : struct, IValue<V> => V.Apply(layer, [x, second])[0];
}
