using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>A module of one tensor whose forward is written once and runs in training and in export.</summary>
/// <param name="name">The name of the module.</param>
public abstract class PortableModule(string name) : Module<Tensor, Tensor>(name)
{
    /// <summary>The computation, over either backend.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    public abstract V Forward<V>(V x)
        where V : struct, IValue<V>;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Forward<TensorValue>(input).Tensor;
}
