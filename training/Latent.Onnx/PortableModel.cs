using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>A model of several tensors whose forward is written once and runs in training and in export.</summary>
/// <param name="name">The name of the module.</param>
public abstract class PortableModel(string name) : Module<Tensor[], Tensor[]>(name), IComputation
{
    /// <inheritdoc/>
    public abstract IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>;

    /// <inheritdoc/>
    public override Tensor[] forward(Tensor[] input) =>
        [.. Run<TensorValue>([.. input.Select(tensor => (TensorValue)tensor)]).Select(output => output.Value.Tensor)];
}
