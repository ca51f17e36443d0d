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

    /// <summary>Sums, averages or takes the largest of rows of a table, for bags of any size whose tokens stand in a row: [n] to [bags, features]. The graph takes room for bags · n numbers, and where the largest are taken for bags · n · features.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="offsets">Where each bag starts, [bags] of type <see cref="ElementType.Int64"/>: the first at 0, none before the one in front of it, at most n; two that are equal make an empty bag, which is zero. With <c>include_last_offset</c>, n stands behind them.</param>
    /// <param name="weights">A factor for each row, [n], where the layer sums; none where null.</param>
    V ApplyWithOffsets(EmbeddingBag layer, V offsets, V? weights = null);
}
