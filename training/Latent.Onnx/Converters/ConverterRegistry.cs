using System.Collections.Immutable;
using Latent.Onnx.Converters;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>Which layers can be exported, and how. Immutable: adding a layer gives a new registry.</summary>
public sealed class ConverterRegistry
{
    private readonly ImmutableSortedDictionary<string, (Type Layer, LayerConverter Record)> converters;

    private ConverterRegistry(ImmutableSortedDictionary<string, (Type, LayerConverter)> converters) => this.converters = converters;

    private delegate IReadOnlyList<GraphValue> LayerConverter(GraphBuilder graph, Module layer, IReadOnlyList<GraphValue?> inputs);

    /// <summary>The layers of TorchSharp that are supported, each with rows in the parity table.</summary>
    public static ConverterRegistry Default { get; } = BuiltIn.AddTo(
        new ConverterRegistry(ImmutableSortedDictionary.Create<string, (Type, LayerConverter)>(StringComparer.Ordinal)));

    /// <summary>The names of the layers that can be exported, in order.</summary>
    public IEnumerable<string> Layers => converters.Values.Select(entry => entry.Layer.Name).Order(StringComparer.Ordinal);

    /// <summary>This registry with a converter for one more layer.</summary>
    /// <typeparam name="TLayer">The layer, matched by its exact type.</typeparam>
    /// <param name="convert">Records the nodes that compute what the layer computes in evaluation mode.</param>
    /// <exception cref="ArgumentException">The layer already has a converter.</exception>
    public ConverterRegistry With<TLayer>(Func<GraphBuilder, TLayer, GraphValue, GraphValue> convert)
        where TLayer : Module<Tensor, Tensor> =>
        WithInputs<TLayer>((graph, layer, inputs) => [convert(graph, layer, inputs[0]!.Value)]);

    /// <summary>This registry with a converter for one more layer that takes or yields several tensors.</summary>
    /// <typeparam name="TLayer">The layer, matched by its exact type.</typeparam>
    /// <param name="convert">Records the nodes that compute what the layer computes in evaluation mode; inputs that are left out are null.</param>
    /// <exception cref="ArgumentException">The layer already has a converter.</exception>
    public ConverterRegistry WithInputs<TLayer>(Func<GraphBuilder, TLayer, IReadOnlyList<GraphValue?>, IReadOnlyList<GraphValue>> convert)
        where TLayer : Module
    {
        var key = KeyOf(typeof(TLayer));
        return converters.ContainsKey(key)
            ? throw new ArgumentException($"A converter for {typeof(TLayer).Name} is already registered. A registry has one for a layer: derive a layer of your own, or leave this one out.", nameof(convert))
            : new ConverterRegistry(converters.Add(key, (typeof(TLayer), (graph, layer, inputs) => convert(graph, (TLayer)layer, inputs))));
    }

    internal IReadOnlyList<GraphValue> Convert(GraphBuilder graph, Module layer, IReadOnlyList<GraphValue?> inputs, string path)
    {
        if (layer is PortableModule portable)
            return [portable.Forward(inputs[0]!.Value)];
        if (converters.TryGetValue(KeyOf(layer.GetType()), out var entry))
            return entry.Record(graph, layer, inputs);

        var name = ModuleNames.KindOf(layer);
        throw new ExportException(
            $"No converter for layer {name}{(path.Length == 0 ? "" : $" at '{path}'")} (opset {graph.Opset}). " +
            $"Registered: {string.Join(", ", Layers)}. " +
            (layer is Module<Tensor, Tensor>
                ? $"Register one: ConverterRegistry.Default.With<{name}>((graph, layer, x) => ...), or derive {name} from PortableModule."
                : $"Register one: ConverterRegistry.Default.WithInputs<{name}>((graph, layer, inputs) => ...), or derive {name} from PortableModel."));
    }

    private static string KeyOf(Type layer) => layer.FullName ?? layer.Name;
}
