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
            throw new ExportException($"{model.GetName()} has {values.Length} outputs. Received {names.Count} names for them: {string.Join(", ", names)}.");
        return [.. values.Select((value, i) => (names.Count > 0 ? names[i] : values.Length == 1 ? "y" : $"y_{i}", value))];
    }

    private V[] Outputs<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        switch (model)
        {
            case Module<Tensor, Tensor> layer:
                Expect(inputs.Count, 1, 1);
                return [inputs[0].Apply(layer)];
            case GRU layer:
                Expect(inputs.Count, 1, 2);
                var (output, last) = inputs[0].Apply(layer, inputs.Count > 1 ? inputs[1] : null);
                return [output, last];
            case LSTM layer when inputs.Count != 2:
                Expect(inputs.Count, 1, 3);
                var (steps, hidden, cell) = inputs[0].Apply(layer, inputs.Count > 1 ? (inputs[1], inputs[2]) : null);
                return [steps, hidden, cell];
            default:
                throw new ExportException($"{model.GetName()} takes or yields tensors in a way that the exporter does not know. Derive the model from PortableModel, or export it with an IComputation that applies its layers.");
        }
    }

    private void Expect(int received, int least, int most)
    {
        if (received < least || received > most)
            throw new ExportException($"{model.GetName()} takes {(least == most ? $"{least}" : $"{least} to {most}")} inputs. Received {received}.");
    }
}
