using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils;

namespace Latent.Onnx;

/// <summary>LSTM, GRU and RNN, one node per layer.</summary>
public static class RecurrentConverter
{
    // PyTorch orders gates input, forget, cell, output; ONNX input, output, forget, cell.
    private static readonly RecurrentCell Lstm = new("LSTM", [0, 3, 1, 2], StateCount: 2);

    // PyTorch orders gates reset, update, new; ONNX update, reset, hidden. In both the reset gate comes after the product.
    private static readonly RecurrentCell Gru = new("GRU", [1, 0, 2], StateCount: 1) { Attributes = [("linear_before_reset", 1L)] };

    /// <summary>Runs an LSTM over sequences, in every layout and direction that it has.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden and cell states, [layers · directions, batch, hidden] each; zeros where null.</param>
    /// <param name="lengths">The number of steps of each sequence, [batch], each at least 1; later steps are not read, in either
    /// direction. All steps where null.</param>
    /// <returns>The output of each step, 0 after the end of a sequence, and the last hidden and cell states of each sequence.</returns>
    public static (V Output, V Hidden, V Cell) Apply<V>(this V x, LSTM layer, (V Hidden, V Cell)? state = null, V? lengths = null)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [x, state?.Hidden, state?.Cell, lengths]);
        return (outputs[0], outputs[1], outputs[2]);
    }

    /// <summary>Runs a GRU over sequences, in every layout and direction that it has.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden states, [layers · directions, batch, hidden]; zeros where null.</param>
    /// <param name="lengths">The number of steps of each sequence, [batch], each at least 1; later steps are not read, in either
    /// direction. All steps where null.</param>
    /// <returns>The output of each step, 0 after the end of a sequence, and the last hidden states of each sequence.</returns>
    public static (V Output, V Hidden) Apply<V>(this V x, GRU layer, V? state = null, V? lengths = null)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [x, state, lengths]);
        return (outputs[0], outputs[1]);
    }

    /// <summary>Runs an Elman network over sequences, in every layout and direction that it has.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences.</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden states, [layers · directions, batch, hidden]; zeros where null.</param>
    /// <param name="lengths">The number of steps of each sequence, [batch], each at least 1; later steps are not read, in either
    /// direction. All steps where null.</param>
    /// <returns>The output of each step, 0 after the end of a sequence, and the last hidden states of each sequence.</returns>
    public static (V Output, V Hidden) Apply<V>(this V x, RNN layer, V? state = null, V? lengths = null)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [x, state, lengths]);
        return (outputs[0], outputs[1]);
    }

    // Exported alone, a layer takes no lengths: sampled ones would be out of range.
    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With(new LayerKind<LSTM>
        {
            Signature = new Signature(4, 1, 3),
            Convert = (graph, layer, inputs) => Convert(graph, layer, RecurrentLayout.From(layer), Lstm, inputs),
            Run = Run,
        })
        .With(new LayerKind<RNN>
        {
            Signature = new Signature(3, 1, 2),
            Convert = (graph, layer, inputs) => Convert(graph, layer, RecurrentLayout.From(layer), Elman(layer), inputs),
            Run = Run,
        })
        .With(new LayerKind<GRU>
        {
            Signature = new Signature(3, 1, 2),
            Convert = (graph, layer, inputs) => Convert(graph, layer, RecurrentLayout.From(layer), Gru, inputs),
            Run = Run,
        });

    private static Tensor[] Run(LSTM layer, IReadOnlyList<Tensor?> inputs)
    {
        (Tensor, Tensor)? state = inputs[1] is { } first && inputs[2] is { } memory ? (first, memory) : null;
        if (inputs[3] is { } lengths)
        {
            return RunPacked(inputs[0]!, lengths, RecurrentLayout.From(layer), packed =>
            {
                var (output, hidden, cell) = layer.call(packed, state);
                return (output, [hidden, cell]);
            });
        }

        var (steps, last, lastCell) = layer.call(inputs[0]!, state);
        return [steps, last, lastCell];
    }

    private static Tensor[] Run(GRU layer, IReadOnlyList<Tensor?> inputs)
    {
        if (inputs[2] is { } lengths)
        {
            return RunPacked(inputs[0]!, lengths, RecurrentLayout.From(layer), packed =>
            {
                var (output, hidden) = layer.call(packed, inputs[1]!);
                return (output, [hidden]);
            });
        }

        var (steps, last) = layer.call(inputs[0]!, inputs[1]!);
        return [steps, last];
    }

    private static Tensor[] Run(RNN layer, IReadOnlyList<Tensor?> inputs)
    {
        if (inputs[2] is { } lengths)
        {
            return RunPacked(inputs[0]!, lengths, RecurrentLayout.From(layer), packed =>
            {
                var (output, hidden) = layer.call(packed, inputs[1]);
                return (output, [hidden]);
            });
        }

        var (steps, last) = layer.call(inputs[0]!, inputs[1]);
        return [steps, last];
    }

    private static Tensor[] RunPacked(
        Tensor x, Tensor lengths, RecurrentLayout layout, Func<rnn.PackedSequence, (rnn.PackedSequence Output, Tensor[] States)> run)
    {
        // LibTorch reads lengths on the CPU, whatever device computes.
        var counts = lengths.detach().to(ScalarType.Int64).cpu();
        using var packed = rnn.pack_padded_sequence(x, counts, layout.IsBatchFirst, enforce_sorted: false);
        var (output, states) = run(packed);
        using (output)
        {
            var steps = x.shape[layout.IsBatchFirst ? 1 : 0];
            return [rnn.pad_packed_sequence(output, layout.IsBatchFirst, total_length: steps).Item1, .. states];
        }
    }

    // ONNX needs the nonlinearity of each direction.
    private static RecurrentCell Elman(RNN layer)
    {
        var activation = Nonlinearity.IsTanh(layer) ? "Tanh" : "Relu";
        return new("RNN", [0], StateCount: 1)
        {
            Attributes = [("activations", RecurrentLayout.From(layer).Directions.Select(_ => activation).ToArray())],
        };
    }

    //  x, states, lengths ── (Transpose) ── LSTM ── LSTM ── ... ── (Transpose) ── output, last states
    private static GraphValue[] Convert(
        GraphBuilder graph, Module layer, RecurrentLayout layout, RecurrentCell cell, IReadOnlyList<GraphValue?> inputs)
    {
        var x = Checked(graph, layer, layout, inputs[0]!.Value);
        var firstStates = inputs.Skip(1).Take(cell.StateCount).ToArray();
        var lengths = inputs[1 + cell.StateCount]?.Cast(ElementType.Int32) ?? GraphValue.None;
        if (layout.IsBatchFirst)
            x = x.Transpose(0, 1);

        var last = new List<GraphValue>[cell.StateCount].Select(_ => new List<GraphValue>()).ToArray();
        for (var i = 0; i < layout.Layers; i++)
        {
            var first = firstStates.Select(
                state => state?.Slice(0, i * layout.Directions.Count, (i + 1) * layout.Directions.Count) ?? GraphValue.None);
            var results = Layer(graph, layer, layout, cell, i, [x, .. Weights(graph, layer, layout, cell, i), lengths, .. first]);
            x = Joined(results[0]);
            for (var k = 0; k < cell.StateCount; k++)
                last[k].Add(results[1 + k]);
        }

        var states = last.Select(parts => parts.Count == 1 ? parts[0] : GraphValue.Concat(0, [.. parts]));
        return [layout.IsBatchFirst ? x.Transpose(0, 1) : x, .. states];
    }

    private static GraphValue Checked(GraphBuilder graph, Module layer, RecurrentLayout layout, GraphValue x)
    {
        var order = layout.IsBatchFirst ? "batch, steps" : "steps, batch";
        return x.Shape.Count == 3 && x.Shape[2] == layout.InputSize
            ? x
            : throw new ExportException($"{graph.Locate(layer)} expects [{order}, {layout.InputSize}]. Received {x.Shape}.");
    }

    //  x [steps, batch, in] ── LSTM ── [steps, directions, batch, hidden], last states [directions, batch, hidden]
    private static GraphValue[] Layer(
        GraphBuilder graph, Module layer, RecurrentLayout layout, RecurrentCell cell, int i, GraphValue[] inputs)
    {
        var (steps, batch) = (inputs[0].Shape[0], inputs[0].Shape[1]);
        var directions = layout.Directions.Count;
        var states = new Shape(directions, batch, layout.HiddenSize);
        (string, Shape, ElementType)[] outputs =
        [
            ("", new Shape(steps, directions, batch, layout.HiddenSize), inputs[0].Type),
            ("hidden", states, inputs[0].Type),
            ("cell", states, inputs[0].Type),
        ];
        return graph.Node(
            cell.Op,
            inputs,
            outputs[..(1 + cell.StateCount)],
            [("direction", layout.IsBidirectional ? "bidirectional" : "forward"), ("hidden_size", layout.HiddenSize), .. cell.Attributes]);
    }

    // W, R and B of ONNX: gates in its order, directions along the first dimension, both biases in one.
    private static GraphValue[] Weights(GraphBuilder graph, Module layer, RecurrentLayout layout, RecurrentCell cell, int i)
    {
        GraphValue Packed(string name, params string[] parts) => graph.Weight(layer, $"{name}_l{i}", weights => stack(
            [.. layout.Directions.Select(direction => cat([.. parts.Select(part => cell.Reorder(weights[$"{part}_l{i}{direction}"]))]))]));

        return
        [
            Packed("W", "weight_ih"),
            Packed("R", "weight_hh"),
            layout.HasBias ? Packed("B", "bias_ih", "bias_hh") : GraphValue.None,
        ];
    }

    // [steps, directions, batch, hidden] to [steps, batch, directions · hidden]
    private static GraphValue Joined(GraphValue y) => y.Shape[1] == 1
        ? y.Squeeze(1)
        : GraphValue.Concat(-1, y.Slice(1, 0, 1).Squeeze(1), y.Slice(1, 1, 2).Squeeze(1));
}
