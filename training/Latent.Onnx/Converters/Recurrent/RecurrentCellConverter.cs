using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>RNNCell, GRUCell and LSTMCell: one step of a recurrent layer, in elementary operators.</summary>
internal static class RecurrentCellConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .WithInputs<RNNCell>((graph, layer, inputs) => [Elman(graph, layer, inputs)])
        .WithInputs<GRUCell>((graph, layer, inputs) => [Gru(graph, layer, inputs)])
        .WithInputs<LSTMCell>((graph, layer, inputs) => Lstm(graph, layer, inputs));

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

    // A state of zeros leaves the bias alone.
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
