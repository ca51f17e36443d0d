using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>RNNCell, GRUCell and LSTMCell: one step of a recurrent layer, in elementary operators.</summary>
public static class RecurrentCellConverter
{
    /// <summary>Runs one step of an Elman network over rows, [batch, features].</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The rows.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden state, [batch, hidden].</param>
    /// <returns>The next hidden state.</returns>
    public static V Apply<V>(this V x, RNNCell layer, V state)
        where V : struct, IValue<V> => V.Apply(layer, [x, state])[0];

    /// <summary>Runs the first step of an Elman network over rows, [batch, features], from a state of zeros.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The rows.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The next hidden state.</returns>
    public static V Apply<V>(this V x, RNNCell layer)
        where V : struct, IValue<V> => V.Apply(layer, [x])[0];

    /// <summary>Runs one step of a GRU over rows, [batch, features].</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The rows.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden state, [batch, hidden].</param>
    /// <returns>The next hidden state.</returns>
    public static V Apply<V>(this V x, GRUCell layer, V state)
        where V : struct, IValue<V> => V.Apply(layer, [x, state])[0];

    /// <summary>Runs the first step of a GRU over rows, [batch, features], from a state of zeros.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The rows.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The next hidden state.</returns>
    public static V Apply<V>(this V x, GRUCell layer)
        where V : struct, IValue<V> => V.Apply(layer, [x])[0];

    /// <summary>Runs one step of an LSTM over rows, [batch, features].</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The rows.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden and the cell state, [batch, hidden] each; zeros where null.</param>
    /// <returns>The next hidden and cell states.</returns>
    public static (V Hidden, V Cell) Apply<V>(this V x, LSTMCell layer, (V Hidden, V Cell)? state = null)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [x, state?.Hidden, state?.Cell]);
        return (outputs[0], outputs[1]);
    }

    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With(new LayerKind<RNNCell>
        {
            Signature = Signature.Create(required: 1, optional: 1),
            Convert = (graph, layer, inputs) => [Elman(graph, layer, inputs)],
        })
        .With(new LayerKind<GRUCell>
        {
            Signature = Signature.Create(required: 1, optional: 1),
            Convert = (graph, layer, inputs) => [Gru(graph, layer, inputs)],
        })
        .With(new LayerKind<LSTMCell> { Signature = new Signature(3, 1, 3), Convert = Lstm, Run = RunLstm });

    // Without states TorchSharp 0.107 hands LibTorch empty ones, which it rejects.
    private static Tensor[] RunLstm(LSTMCell layer, IReadOnlyList<Tensor?> inputs)
    {
        Tensor Zeros() => inputs[0]!.new_zeros([inputs[0]!.shape[0], HiddenSize(layer)]);
        var (hidden, cell) = layer.call(inputs[0]!, (inputs[1] ?? Zeros(), inputs[2] ?? Zeros()));
        return [hidden, cell];
    }

    // tanh(W x + b + U h + c), or relu of it
    private static GraphValue Elman(GraphBuilder graph, RNNCell layer, IReadOnlyList<GraphValue?> inputs)
    {
        var linear = Sum(Product(graph, layer, "ih", inputs[0]), Product(graph, layer, "hh", inputs[1]))!.Value;
        return Nonlinearity.IsTanh(layer) ? linear.Tanh() : linear.Relu();
    }

    // With r and z of the sums, n = tanh(W x + b + r (U h + c)), and (1 - z) n + z h = n + z (h - n)
    private static GraphValue Gru(GraphBuilder graph, GRUCell layer, IReadOnlyList<GraphValue?> inputs)
    {
        var input = Product(graph, layer, "ih", inputs[0])!.Value;
        var state = Product(graph, layer, "hh", inputs[1]);
        var size = HiddenSize(layer);
        GraphValue? Part(GraphValue? gates, int gate) => gates?.Slice(-1, gate * size, (gate + 1) * size);

        var reset = Sum(Part(input, 0), Part(state, 0))!.Value.Sigmoid();
        var update = Sum(Part(input, 1), Part(state, 1))!.Value.Sigmoid();
        var fresh = Sum(Part(input, 2), Part(state, 2) is { } recurrent ? reset * recurrent : null)!.Value.Tanh();
        return inputs[1] is { } hidden ? fresh + (update * (hidden - fresh)) : fresh - (update * fresh);
    }

    // With i, f, g and o of the sums, c' = f c + i g and h' = o tanh(c')
    private static GraphValue[] Lstm(GraphBuilder graph, LSTMCell layer, IReadOnlyList<GraphValue?> inputs)
    {
        var gates = Sum(Product(graph, layer, "ih", inputs[0]), Product(graph, layer, "hh", inputs[1]))!.Value;
        var size = HiddenSize(layer);
        GraphValue Gate(int gate) => gates.Slice(-1, gate * size, (gate + 1) * size);

        var written = Gate(0).Sigmoid() * Gate(2).Tanh();
        var cell = inputs[2] is { } before ? (Gate(1).Sigmoid() * before) + written : written;
        return [Gate(3).Sigmoid() * cell.Tanh(), cell];
    }

    private static long HiddenSize(Module layer) => layer.state_dict()["weight_hh"].shape[1];

    // With a state of zeros only the bias remains.
    private static GraphValue? Product(GraphBuilder graph, Module layer, string kind, GraphValue? x)
    {
        var hasBias = layer.state_dict().ContainsKey($"bias_{kind}");
        if (x is not { } rows)
            return hasBias ? graph.Weight(layer, $"bias_{kind}") : null;

        var weight = graph.Weight(layer, $"weight_{kind}");
        if (rows.Shape.Count != 2 || rows.Shape[1] != weight.Shape[1])
            throw new ExportException($"{graph.Locate(layer)} expects [batch, {weight.Shape[1]}]. Received {rows.Shape}.");
        GraphValue[] operands = hasBias ? [rows, weight, graph.Weight(layer, $"bias_{kind}")] : [rows, weight];
        return graph.Node("Gemm", operands, rows.Shape.With(1, weight.Shape[0]), rows.Type, ("transB", 1L));
    }

    private static GraphValue? Sum(GraphValue? a, GraphValue? b) => a is { } left && b is { } right ? left + right : a ?? b;
}
