using Latent.Onnx.Verification;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public (TensorValue Output, TensorValue Weights) Apply(MultiheadAttention layer, TensorValue key, TensorValue value, TensorValue? padding = null, TensorValue? mask = null)
    {
        var (output, weights) = layer.call(Tensor, key.Tensor, value.Tensor, Hidden(padding), true, mask?.Tensor);
        return (output, weights);
    }

    /// <inheritdoc/>
    public TensorValue Apply(TransformerEncoderLayer layer, TensorValue? mask = null, TensorValue? padding = null)
    {
        if (mask is null && padding is null)
            return layer.call(Tensor);
        var output = layer.call(Tensor, mask?.Tensor!, Hidden(padding)!);
        TensorRecorder.Record(layer, [Tensor, mask?.Tensor, padding?.Tensor], output);
        return output;
    }

    /// <inheritdoc/>
    public TensorValue Apply(TransformerEncoder layer, TensorValue? mask = null, TensorValue? padding = null) =>
        layer.call(Tensor, mask?.Tensor!, Hidden(padding)!);

    /// <inheritdoc/>
    public TensorValue Apply(TransformerDecoderLayer layer, TensorValue memory, TensorValue? mask = null, TensorValue? memoryMask = null, TensorValue? padding = null, TensorValue? memoryPadding = null) =>
        layer.call(Tensor, memory.Tensor, mask?.Tensor!, memoryMask?.Tensor!, Hidden(padding)!, Hidden(memoryPadding)!);

    /// <inheritdoc/>
    public TensorValue Apply(TransformerDecoder layer, TensorValue memory, TensorValue? mask = null, TensorValue? memoryMask = null, TensorValue? padding = null, TensorValue? memoryPadding = null) =>
        layer.call(Tensor, memory.Tensor, mask?.Tensor!, memoryMask?.Tensor!, Hidden(padding)!, Hidden(memoryPadding)!);

    /// <inheritdoc/>
    public TensorValue Apply(Transformer layer, TensorValue target, TensorValue? mask = null, TensorValue? targetMask = null, TensorValue? memoryMask = null, TensorValue? padding = null, TensorValue? targetPadding = null, TensorValue? memoryPadding = null)
    {
        var output = layer.call(Tensor, target.Tensor, mask?.Tensor!, targetMask?.Tensor, memoryMask?.Tensor, Hidden(padding), Hidden(targetPadding), Hidden(memoryPadding));
        TensorRecorder.Record(layer, [Tensor, target.Tensor, mask?.Tensor, targetMask?.Tensor, memoryMask?.Tensor, padding?.Tensor, targetPadding?.Tensor, memoryPadding?.Tensor], output);
        return output;
    }

    // TorchSharp takes padding as true and false.
    private static Tensor? Hidden(TensorValue? padding) => padding?.Tensor.to(ScalarType.Bool);
}
