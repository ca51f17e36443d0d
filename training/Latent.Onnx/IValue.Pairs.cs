using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Runs a layer of two inputs, such as <c>Bilinear</c>: its own forward on tensors, its registered converter on graph values.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="second">Its second input; this is the first.</param>
    V Apply(Module<Tensor, Tensor, Tensor> layer, V second);

    /// <summary>Sums, averages or takes the largest of rows of a table, bag by bag: [batch, n] to [batch, features].</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="weights">A factor for each row, [batch, n], where the layer sums; none where null.</param>
    V Apply(EmbeddingBag layer, V? weights = null);
}
