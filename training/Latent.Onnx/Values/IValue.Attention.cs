using TorchSharp.Modules;

namespace Latent.Onnx;

/// <remarks>
/// Attention takes sequences as TorchSharp does, [steps, batch, features]. A mask is [steps, keys] and is added to the
/// scores: 0 lets a step see a key, negative infinity does not. A padding mask is [batch, keys]: what is not 0 is a key that
/// no step sees; each row needs one that is seen.
/// </remarks>
public partial interface IValue<V>
{
    /// <summary>Runs multi-head attention, with this as the query (Vaswani et al., arXiv:1706.03762).</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="key">What is asked, [keys, batch, features].</param>
    /// <param name="value">What answers, [keys, batch, features].</param>
    /// <param name="padding">Which keys are left out, [batch, keys]; none where null.</param>
    /// <param name="mask">What is added to the scores, [steps, keys]; nothing where null.</param>
    /// <returns>The answers, [steps, batch, features], and the weights of the keys, a mean over the heads, [batch, steps, keys].</returns>
    (V Output, V Weights) Apply(MultiheadAttention layer, V key, V value, V? padding = null, V? mask = null);

    /// <summary>Runs a layer of a transformer's encoder.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="mask">What is added to the scores, [steps, steps]; nothing where null.</param>
    /// <param name="padding">Which steps are left out, [batch, steps]; none where null.</param>
    V Apply(TransformerEncoderLayer layer, V? mask = null, V? padding = null);

    /// <summary>Runs a transformer's encoder.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="mask">What is added to the scores, [steps, steps]; nothing where null.</param>
    /// <param name="padding">Which steps are left out, [batch, steps]; none where null.</param>
    V Apply(TransformerEncoder layer, V? mask = null, V? padding = null);

    /// <summary>Runs a layer of a transformer's decoder.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="memory">What the encoder yielded, [keys, batch, features].</param>
    /// <param name="mask">What is added to the scores among the steps, [steps, steps]; nothing where null.</param>
    /// <param name="memoryMask">What is added to the scores of the memory, [steps, keys]; nothing where null.</param>
    /// <param name="padding">Which steps are left out, [batch, steps]; none where null.</param>
    /// <param name="memoryPadding">Which of the memory is left out, [batch, keys]; nothing where null.</param>
    V Apply(TransformerDecoderLayer layer, V memory, V? mask = null, V? memoryMask = null, V? padding = null, V? memoryPadding = null);

    /// <summary>Runs a transformer's decoder.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="memory">What the encoder yielded, [keys, batch, features].</param>
    /// <param name="mask">What is added to the scores among the steps, [steps, steps]; nothing where null.</param>
    /// <param name="memoryMask">What is added to the scores of the memory, [steps, keys]; nothing where null.</param>
    /// <param name="padding">Which steps are left out, [batch, steps]; none where null.</param>
    /// <param name="memoryPadding">Which of the memory is left out, [batch, keys]; nothing where null.</param>
    V Apply(TransformerDecoder layer, V memory, V? mask = null, V? memoryMask = null, V? padding = null, V? memoryPadding = null);

    /// <summary>Runs a transformer, with this as the source that its encoder reads.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="target">What its decoder reads, [targets, batch, features].</param>
    /// <param name="mask">What is added to the scores among the steps of the source, [steps, steps]; nothing where null.</param>
    /// <param name="targetMask">What is added to the scores among those of the target, [targets, targets]; nothing where null.</param>
    /// <param name="memoryMask">What is added to the scores of the memory, [targets, steps]; nothing where null.</param>
    /// <param name="padding">Which steps of the source its encoder leaves out, [batch, steps]; none where null.</param>
    /// <param name="targetPadding">Which steps of the target are left out, [batch, targets]; none where null.</param>
    /// <param name="memoryPadding">Which of the memory is left out, [batch, steps]; nothing where null.</param>
    /// <returns>What the decoder yields, [targets, batch, features].</returns>
    V Apply(Transformer layer, V target, V? mask = null, V? targetMask = null, V? memoryMask = null, V? padding = null, V? targetPadding = null, V? memoryPadding = null);
}
