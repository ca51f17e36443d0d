using System.Collections.Immutable;
using Latent.Onnx.Converters;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>Which layers can be exported, and how. Immutable: adding a layer gives a new registry.</summary>
public sealed class ConverterRegistry
{
    private readonly ImmutableSortedDictionary<string, LayerKind> kinds;

    private ConverterRegistry(ImmutableSortedDictionary<string, LayerKind> kinds) => this.kinds = kinds;

    /// <summary>The layers of TorchSharp that are supported, each with rows in the parity table.</summary>
    public static ConverterRegistry Default { get; } =
        BuiltIn.AddTo(new ConverterRegistry(ImmutableSortedDictionary.Create<string, LayerKind>(StringComparer.Ordinal)));

    /// <summary>The names of the layers that can be exported, in order.</summary>
    public IEnumerable<string> Layers => kinds.Values.Select(kind => kind.Layer.Name).Order(StringComparer.Ordinal);

    /// <summary>This registry with a converter for one more layer.</summary>
    /// <typeparam name="TLayer">The layer, matched by its exact type.</typeparam>
    /// <param name="convert">Records the nodes that compute what the layer computes in evaluation mode.</param>
    /// <exception cref="ArgumentException">The layer already has a converter.</exception>
    public ConverterRegistry With<TLayer>(Func<GraphBuilder, TLayer, GraphValue, GraphValue> convert)
        where TLayer : Module<Tensor, Tensor> =>
        WithInputs<TLayer>((graph, layer, inputs) => [convert(graph, layer, inputs[0]!.Value)]);

    /// <summary>This registry with a converter for one more layer of several tensors.</summary>
    /// <typeparam name="TLayer">The layer, matched by its exact type. Its forward takes tensors and returns tensors, and runs it in
    /// TorchSharp.</typeparam>
    /// <param name="convert">Records the nodes that compute what the layer computes in evaluation mode; omitted inputs are null.</param>
    /// <exception cref="ArgumentException">The layer already has a converter.</exception>
    public ConverterRegistry WithInputs<TLayer>(Func<GraphBuilder, TLayer, IReadOnlyList<GraphValue?>, IReadOnlyList<GraphValue>> convert)
        where TLayer : Module =>
        With(new LayerKind<TLayer> { Convert = convert });

    /// <summary>This registry with one more kind of layer.</summary>
    /// <exception cref="ArgumentException">The layer already has a converter.</exception>
    internal ConverterRegistry With(LayerKind kind) => kinds.ContainsKey(KeyOf(kind.Layer))
        ? throw new ArgumentException(
            $"A converter for {kind.Layer.Name} is already registered. " +
            "A registry has one for a layer: derive a layer of your own, or leave this one out.",
            nameof(kind))
        : new ConverterRegistry(kinds.Add(KeyOf(kind.Layer), kind));

    /// <summary>The kind of a layer, or of the nearest layer that it derives from; null where none is registered.</summary>
    internal LayerKind? KindOf(Module layer)
    {
        for (var type = layer.GetType(); type is not null && type != typeof(Module); type = type.BaseType)
        {
            if (kinds.TryGetValue(KeyOf(type), out var kind))
                return kind;
        }

        return null;
    }

    /// <summary>The number of tensors that a layer takes, by its kind or its forward; null where neither says so.</summary>
    internal Signature? SignatureOf(Module layer) =>
        KindOf(layer)?.Signature ?? (ForwardForm.Find(layer)?.Inputs is { } inputs ? Signature.Create(inputs) : null);

    internal IReadOnlyList<GraphValue> Convert(
        GraphBuilder graph, Module layer, IReadOnlyList<GraphValue?> inputs, bool allOutputs, string path)
    {
        if (layer is PortableModule portable)
            return [portable.Forward(inputs[0]!.Value)];
        if (layer is PortableModel model)
            return [.. model.Run([.. inputs.Select(input => input!.Value)]).Select(output => output.Value)];
        if (kinds.TryGetValue(KeyOf(layer.GetType()), out var kind))
            return kind.ToNodes(graph, layer, inputs, allOutputs);

        var name = ModuleNames.KindOf(layer);
        throw new ExportException(
            $"No converter for layer {name}{(path.Length == 0 ? "" : $" at '{path}'")} (opset {graph.Opset}). " +
            $"Registered: {string.Join(", ", Layers)}. " +
            (layer is Module<Tensor, Tensor>
                ? $"Register one: ConverterRegistry.Default.With<{name}>((graph, layer, x) => ...), or derive {name} from PortableModule."
                : $"Register one: ConverterRegistry.Default.WithInputs<{name}>((graph, layer, inputs) => ...), " +
                    $"or derive {name} from PortableModel."));
    }

    private static string KeyOf(Type layer) => layer.FullName ?? layer.Name;
}
