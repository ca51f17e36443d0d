using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>The computation of a module by itself.</summary>
/// <param name="model">The module.</param>
/// <param name="names">The names of its outputs; defaults where there are none.</param>
/// <param name="converters">The layers that can be exported.</param>
internal sealed class ModuleComputation(Module model, IReadOnlyList<string> names, ConverterRegistry converters) : IComputation
{
    public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        var values = Outputs(inputs);
        if (names.Count > 0 && names.Count != values.Count)
            throw new ExportException(
                $"{ModuleNames.KindOf(model)} has {values.Count} outputs. Received {names.Count} names for them: " +
                $"{string.Join(", ", names)}.");
        return [.. values.Select((value, i) => (names.Count > 0 ? names[i] : values.Count == 1 ? "y" : $"y_{i}", value))];
    }

    private IReadOnlyList<V> Outputs<V>(IReadOnlyList<V> inputs)
        where V : struct, IValue<V>
    {
        var signature = converters.SignatureOf(model)
            ?? throw new ExportException(
                $"{ModuleNames.KindOf(model)} takes or returns tensors in a way that the exporter does not know. " +
                "Derive the model from PortableModel, or export it with an IComputation that applies its layers.");
        signature.Check(model, inputs.Count);
        return V.Apply(model, [.. inputs.Select(input => (V?)input)]);
    }
}
