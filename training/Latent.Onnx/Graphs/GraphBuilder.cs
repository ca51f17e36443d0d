using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Latent.Onnx.Files;
using Latent.Onnx.Schema;
using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// A graph under construction: records nodes and weights, and names them by the module path they come from.
/// Converters receive it; a graph is finished by <see cref="OnnxExporter"/>.
/// </summary>
public sealed class GraphBuilder
{
    /// <summary>The prefix of the names of constants that stay in the graph, wherever its weights go.</summary>
    internal const string ConstantPrefix = "const/";

    // Constants and buffers of at least this many bytes may go beside the graph, as parameters do.
    private const long LargestConstant = 1024;
    private const long LargestBuffer = 1 << 20;

    private const int NamingNumbers = 64;
    private const int HashDigits = 16;

    private readonly GraphProto graph;
    private readonly ModuleNames names;
    private readonly ConverterRegistry converters;
    private readonly Stack<string> scopes = new();
    private readonly Dictionary<string, int> taken = [];
    private readonly Dictionary<string, GraphValue> initializers = [];
    private readonly Dictionary<string, string> outputs = [];
    private readonly Dictionary<string, WeightSource>? deferred;
    private readonly List<LayerCall> calls = [];

    /// <param name="root">The module that owns the weights.</param>
    /// <param name="options">How the graph is written.</param>
    /// <param name="deferred">Collects the weights, which are read when the file is written; null if the graph holds them.</param>
    internal GraphBuilder(Module root, ExportOptions options, Dictionary<string, WeightSource>? deferred = null)
    {
        this.deferred = deferred;
        Opset = options.Opset;
        names = new ModuleNames(root);
        converters = options.Converters;
        graph = new GraphProto { Name = options.GraphName };
    }

    /// <summary>The operator set that the graph is written for.</summary>
    public int Opset { get; }

    private string Scope => scopes.TryPeek(out var scope) ? scope : "";

    /// <summary>Adds a node with one output, named by the scope and the operator.</summary>
    /// <param name="op">The ONNX operator, such as <c>Gemm</c>.</param>
    /// <param name="inputs">Its inputs, in order; <see cref="GraphValue.None"/> for an omitted optional one.</param>
    /// <param name="shape">The shape of its output.</param>
    /// <param name="type">The element type of its output.</param>
    /// <param name="attributes">Its attributes: <see cref="long"/>, <see cref="float"/>, <see cref="string"/>, or arrays of
    /// <see cref="long"/> or <see cref="string"/>.</param>
    /// <returns>The output.</returns>
    public GraphValue Node(
        string op,
        ReadOnlySpan<GraphValue> inputs,
        Shape shape,
        ElementType type,
        params ReadOnlySpan<(string Name, object Value)> attributes) =>
        Node(op, inputs, [("", shape, type)], attributes)[0];

    /// <summary>Adds a node with several outputs, each named by the node and its role.</summary>
    /// <param name="op">The ONNX operator, such as <c>TopK</c>.</param>
    /// <param name="inputs">Its inputs, in order.</param>
    /// <param name="outputs">The role, shape and element type of each output, in order; a role is unique, and empty for the output that
    /// has the node's name.</param>
    /// <param name="attributes">Its attributes: <see cref="long"/>, <see cref="float"/>, <see cref="string"/>, or arrays of
    /// <see cref="long"/> or <see cref="string"/>.</param>
    /// <returns>The outputs, in order.</returns>
    public GraphValue[] Node(
        string op,
        ReadOnlySpan<GraphValue> inputs,
        IReadOnlyList<(string Role, Shape Shape, ElementType Type)> outputs,
        params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var name = Unique(Scope.Length == 0 ? op : $"{Scope}/{op}");
        var node = new NodeProto { OpType = op, Name = name };
        foreach (var input in inputs)
            node.Input.Add(input.Name ?? "");
        foreach (var (role, _, _) in outputs)
            node.Output.Add(role.Length == 0 ? name : Unique($"{name}.{role}"));
        foreach (var (attribute, value) in attributes)
            node.Attribute.Add(NodeAttribute.Create(attribute, value));
        graph.Node.Add(node);
        return [.. outputs.Select((output, i) => new GraphValue(this, node.Output[i], output.Shape, output.Type))];
    }

    /// <summary>A parameter or buffer of a layer, named by its <c>state_dict</c> key.</summary>
    /// <param name="layer">The layer that is being converted.</param>
    /// <param name="name">Its registered name, such as <c>weight</c>.</param>
    /// <exception cref="ExportException">The layer has no parameter or buffer of that name.</exception>
    public GraphValue Weight(Module layer, string name)
    {
        var tensor = layer.state_dict().TryGetValue(name, out var found)
            ? found
            : throw new ExportException(
                $"Layer {ModuleNames.KindOf(layer)} at '{names.PathOf(layer)}' has no parameter or buffer named '{name}'. It has: " +
                $"{string.Join(", ", layer.state_dict().Keys)}.");
        return Initializer(ModuleNames.Join(names.PathOf(layer) ?? Scope, name), tensor);
    }

    /// <summary>A weight that an ONNX operator needs, computed from the parameters of a layer and named beside them.</summary>
    /// <param name="layer">The layer that is being converted.</param>
    /// <param name="name">A name that differs from those of its parameters.</param>
    /// <param name="make">Computes it from the parameters, by their names.</param>
    public GraphValue Weight(Module layer, string name, Func<IReadOnlyDictionary<string, Tensor>, Tensor> make)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return Initializer(ModuleNames.Join(names.PathOf(layer) ?? Scope, name), () => make(layer.state_dict()));
    }

    /// <summary>
    /// A parameter, a buffer or a constant of the model; a registered one keeps its <c>state_dict</c> key. All but parameters
    /// may hold negative infinity, as masks of attention do.
    /// </summary>
    public GraphValue Weight(Tensor tensor) =>
        Initializer(names.KeyOf(tensor) ?? NameOf(tensor), tensor, isMask: tensor is not TorchSharp.Modules.Parameter);

    /// <summary>A scalar constant.</summary>
    public GraphValue Constant(float value) =>
        Initializer(
            $"{ConstantPrefix}{value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}",
            Shape.Create(),
            () => TensorData.Create(value));

    /// <summary>A constant vector of one repeated number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="count">The number of elements, at least 1.</param>
    public GraphValue Constant(float value, long count) =>
        Initializer(
            $"{ConstantPrefix}{value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}x{count}",
            Shape.Create(count),
            () => TensorData.Create(value, count));

    /// <summary>A constant list of integers, such as axes or a shape.</summary>
    public GraphValue Constant(long[] values) =>
        Initializer($"{ConstantPrefix}{NameOf(values)}", Shape.Create(values.Length), () => TensorData.Create(values));

    /// <summary>A scalar integer constant, such as an axis.</summary>
    public GraphValue Scalar(long value) =>
        Initializer(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ConstantPrefix}int64 {value}"),
            Shape.Create(),
            () => TensorData.Create(value));

    /// <summary>Converts a layer, in the scope of its module path.</summary>
    /// <exception cref="ExportException">No converter is registered for the layer.</exception>
    public GraphValue Apply(Module<Tensor, Tensor> layer, GraphValue input) => Apply(layer, [input])[0];

    /// <summary>Converts a layer of several tensors, in the scope of its module path.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The inputs, in the order of its converter; null for omitted ones.</param>
    /// <param name="allOutputs">Whether optional outputs, such as the indices of max pooling, are computed too.</param>
    /// <exception cref="ExportException">No converter is registered for the layer.</exception>
    public IReadOnlyList<GraphValue> Apply(Module layer, IReadOnlyList<GraphValue?> inputs, bool allOutputs = false)
    {
        var registered = names.PathOf(layer);
        if (registered is null && layer.training)
            throw new ExportException(
                $"Layer {ModuleNames.KindOf(layer)} is in training mode, and no module of the model registers it. " +
                "Expected evaluation mode: register it (RegisterComponents at the end of the constructor), so that model.eval() " +
                "reaches it.");
        var path = registered ?? Unique(ModuleNames.Join(Scope, ModuleNames.KindOf(layer)));
        scopes.Push(path);
        try
        {
            var results = converters.Convert(this, layer, inputs, allOutputs, path);
            calls.Add(new LayerCall(path, ModuleNames.KindOf(layer), inputs, results));
            return results;
        }
        finally
        {
            scopes.Pop();
        }
    }

    /// <summary>Records a part of the layer that is being converted, in the scope of the part.</summary>
    /// <param name="part">Its path within the layer.</param>
    /// <param name="kind">The type that it would have as a module.</param>
    /// <param name="input">The input.</param>
    /// <param name="record">Records its nodes.</param>
    internal GraphValue Part(string part, string kind, GraphValue input, Func<GraphValue> record)
    {
        scopes.Push(ModuleNames.Join(Scope, part));
        try
        {
            var result = record();
            calls.Add(new LayerCall(Scope, kind, [input], [result]));
            return result;
        }
        finally
        {
            scopes.Pop();
        }
    }

    internal GraphValue Input(GraphInput input)
    {
        Unique(input.Name);
        graph.Input.Add(ValueInfo.Create(input.Name, input.Type, input.Shape));
        return new GraphValue(this, input.Name, input.Shape, input.Type);
    }

    internal void Output(string name, GraphValue value)
    {
        if (taken.ContainsKey(name))
            throw new ExportException($"Output '{name}' has the name of another value of the graph. Rename the output.");
        RenameProducer(outputs.GetValueOrDefault(value.Name, value.Name), name);
        outputs.TryAdd(value.Name, name);
        graph.Output.Add(ValueInfo.Create(name, value.Type, value.Shape));
        taken[name] = 1;
    }

    /// <summary>The converted layers and their parts, in the order of their completion.</summary>
    internal IReadOnlyList<LayerCall> Calls => calls;

    internal GraphProto Build() => graph;

    /// <summary>The name of an edge in the file.</summary>
    internal string NameOf(GraphValue value) => outputs.GetValueOrDefault(value.Name, value.Name);

    /// <summary>The layer's name in errors: its kind, and its path unless it is the root.</summary>
    internal string Locate(Module layer) =>
        Scope.Length == 0 ? ModuleNames.KindOf(layer) : $"{ModuleNames.KindOf(layer)} at '{Scope}'";

    private GraphValue Initializer(string key, Tensor tensor, bool isMask = false) => Initializer(key, () => tensor, isMask, isKept: true);

    private GraphValue Initializer(string key, Func<Tensor> read, bool isMask = false, bool isKept = false)
    {
        if (initializers.TryGetValue(key, out var known))
            return known;
        var tensor = read();
        return Initializer(key, Shape.Create(tensor.shape), () =>
        {
            if (deferred is null || !WeightsFile.Holds(key) || (isKept && MayChange(tensor)))
                return TensorData.Create(tensor, key, isMask);
            var header = TensorData.HeaderOf(tensor, key);
            deferred.Add(key, new WeightSource(key, read, header, isMask) { IsKept = isKept });
            return header;
        });
    }

    // Each key is written once, however often the graph reads it.
    private GraphValue Initializer(string key, Shape shape, Func<TensorProto> read)
    {
        if (initializers.TryGetValue(key, out var known))
            return known;

        var data = read();
        data.Name = key;
        graph.Initializer.Add(data);
        taken.TryAdd(key, 1);
        return initializers[key] = new GraphValue(this, key, shape, (ElementType)data.DataType);
    }

    // The edge that leaves the graph takes the output's name. Where it is an input, a weight or already
    // another output, an Identity node keeps both names.
    private void RenameProducer(string from, string to)
    {
        var producer = graph.Node.FirstOrDefault(node => node.Output.Contains(from));
        if (producer is null || graph.Output.Any(output => output.Name == from))
        {
            graph.Node.Add(new NodeProto { OpType = "Identity", Name = Unique($"{to}/Identity"), Input = { from }, Output = { to } });
            return;
        }

        producer.Output[producer.Output.IndexOf(from)] = to;
        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
            {
                if (node.Input[i] == from)
                    node.Input[i] = to;
            }
        }
    }

    // Running statistics, for example: LibTorch's instance norm writes them at every call, in evaluation mode too.
    private static bool MayChange(Tensor tensor) => tensor is not TorchSharp.Modules.Parameter && LengthOf(tensor) < LargestBuffer;

    private static long LengthOf(Tensor tensor) => tensor.numel() * tensor.element_size();

    // The scales of a Resize, for example: ONNX Runtime needs them while it loads the graph.
    private string NameOf(Tensor constant)
    {
        var name = ModuleNames.Join(Scope, "constant");
        return Unique(LengthOf(constant) < LargestConstant ? ConstantPrefix + name : name);
    }

    // Short lists are named by their values.
    private static string NameOf(long[] values) => values.Length <= NamingNumbers
        ? $"[{string.Join(",", values)}]"
        : $"{values.Length} numbers {Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan())))[..HashDigits]}";

    private string Unique(string name)
    {
        var uses = taken[name] = taken.GetValueOrDefault(name) + 1;
        return uses == 1 ? name : Unique($"{name}_{uses}");
    }
}
