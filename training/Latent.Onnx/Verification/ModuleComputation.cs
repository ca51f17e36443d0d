using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>What a module computes by itself.</summary>
/// <param name="model">The module.</param>
/// <param name="names">The names of its outputs; defaults where there are none.</param>
internal sealed class ModuleComputation(Module model, IReadOnlyList<string> names) : IComputation
{
    public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        var values = Outputs(inputs);
        if (names.Count > 0 && names.Count != values.Length)
            throw new ExportException($"{ModuleNames.KindOf(model)} has {values.Length} outputs. Received {names.Count} names for them: {string.Join(", ", names)}.");
        return [.. values.Select((value, i) => (names.Count > 0 ? names[i] : values.Length == 1 ? "y" : $"y_{i}", value))];
    }

    private V[] Outputs<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        switch (model)
        {
            case TransformerEncoderLayer layer:
                Expect(inputs.Count, 1, 3);
                return [inputs[0].Apply(layer, At(inputs, 1), At(inputs, 2))];
            case Module<Tensor, Tensor> layer:
                Expect(inputs.Count, 1, 1);
                return [inputs[0].Apply(layer)];
            case GRU layer:
                Expect(inputs.Count, 1, 2);
                var (output, last) = inputs[0].Apply(layer, At(inputs, 1));
                return [output, last];
            case RNN layer:
                Expect(inputs.Count, 1, 2);
                var (all, final) = inputs[0].Apply(layer, At(inputs, 1));
                return [all, final];
            case RNNCell layer:
                Expect(inputs.Count, 1, 2);
                return [inputs.Count > 1 ? inputs[0].Apply(layer, inputs[1]) : inputs[0].Apply(layer)];
            case GRUCell layer:
                Expect(inputs.Count, 1, 2);
                return [inputs.Count > 1 ? inputs[0].Apply(layer, inputs[1]) : inputs[0].Apply(layer)];
            case LSTMCell layer when inputs.Count != 2:
                Expect(inputs.Count, 1, 3);
                var (next, memory) = inputs[0].Apply(layer, inputs.Count > 1 ? (inputs[1], inputs[2]) : null);
                return [next, memory];
            case Transformer layer:
                Expect(inputs.Count, 2, 8);
                return [inputs[0].Apply(layer, inputs[1], At(inputs, 2), At(inputs, 3), At(inputs, 4), At(inputs, 5), At(inputs, 6), At(inputs, 7))];
            case Module<Tensor, Tensor, Tensor> layer:
                Expect(inputs.Count, 2, 2);
                return [inputs[0].Apply(layer, inputs[1])];
            case MaxUnpool1d layer:
                Expect(inputs.Count, 2, 2);
                return [inputs[0].Apply(layer, inputs[1])];
            case MaxUnpool2d layer:
                Expect(inputs.Count, 2, 2);
                return [inputs[0].Apply(layer, inputs[1])];
            case MaxUnpool3d layer:
                Expect(inputs.Count, 2, 2);
                return [inputs[0].Apply(layer, inputs[1])];
            case EmbeddingBag layer:
                Expect(inputs.Count, 1, 3);
                return [inputs.Count > 1 ? inputs[0].ApplyWithOffsets(layer, inputs[1], At(inputs, 2)) : inputs[0].Apply(layer)];
            case MultiheadAttention layer:
                Expect(inputs.Count, 3, 5);
                var (answers, weights) = inputs[0].Apply(layer, inputs[1], inputs[2], At(inputs, 3), At(inputs, 4));
                return [answers, weights];
            case TransformerEncoder layer:
                Expect(inputs.Count, 1, 3);
                return [inputs[0].Apply(layer, At(inputs, 1), At(inputs, 2))];
            case TransformerDecoderLayer layer:
                Expect(inputs.Count, 2, 6);
                return [inputs[0].Apply(layer, inputs[1], At(inputs, 2), At(inputs, 3), At(inputs, 4), At(inputs, 5))];
            case TransformerDecoder layer:
                Expect(inputs.Count, 2, 6);
                return [inputs[0].Apply(layer, inputs[1], At(inputs, 2), At(inputs, 3), At(inputs, 4), At(inputs, 5))];
            case LSTM layer when inputs.Count != 2:
                Expect(inputs.Count, 1, 3);
                var (steps, hidden, cell) = inputs[0].Apply(layer, inputs.Count > 1 ? (inputs[1], inputs[2]) : null);
                return [steps, hidden, cell];
            default:
                throw new ExportException($"{ModuleNames.KindOf(model)} takes or yields tensors in a way that the exporter does not know. Derive the model from PortableModel, or export it with an IComputation that applies its layers.");
        }
    }

    private static V? At<V>(IReadOnlyList<V> inputs, int position)
        where V : struct, IValue<V> => position < inputs.Count ? inputs[position] : null;

    private void Expect(int received, int least, int most)
    {
        if (received < least || received > most)
            throw new ExportException($"{ModuleNames.KindOf(model)} takes {(least == most ? $"{least}" : $"{least} to {most}")} input{(most == 1 ? "" : "s")}. Received {received}.");
    }
}
