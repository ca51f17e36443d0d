using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>The recording backend: an edge of the graph under construction, with its name, type and shape.</summary>
public readonly partial struct GraphValue : IValue<GraphValue>
{
    internal GraphValue(GraphBuilder graph, string name, Shape shape, ElementType type)
    {
        Graph = graph;
        Name = name;
        Shape = shape;
        Type = type;
    }

    /// <summary>No edge: an omitted optional input of a node.</summary>
    public static GraphValue None => default;

    /// <summary>The graph that the edge belongs to.</summary>
    public GraphBuilder Graph { get; }

    /// <summary>The name of the edge in the file.</summary>
    public string Name { get; }

    /// <summary>The dimensions, symbolic ones included.</summary>
    public Shape Shape { get; }

    /// <summary>The element type.</summary>
    public ElementType Type { get; }

    /// <inheritdoc/>
    public static GraphValue operator +(GraphValue left, GraphValue right) => left.Binary("Add", right);

    /// <inheritdoc/>
    public static GraphValue operator -(GraphValue left, GraphValue right) => left.Binary("Sub", right);

    /// <inheritdoc/>
    public static GraphValue operator *(GraphValue left, GraphValue right) => left.Binary("Mul", right);

    /// <inheritdoc/>
    public static GraphValue operator /(GraphValue left, GraphValue right) => left.Binary("Div", right);

    /// <inheritdoc/>
    public static GraphValue operator +(GraphValue left, float right) => left.Binary("Add", left.Graph.Constant(right));

    /// <inheritdoc/>
    public static GraphValue operator -(GraphValue left, float right) => left.Binary("Sub", left.Graph.Constant(right));

    /// <inheritdoc/>
    public static GraphValue operator *(GraphValue left, float right) => left.Binary("Mul", left.Graph.Constant(right));

    /// <inheritdoc/>
    public static GraphValue operator /(GraphValue left, float right) => left.Binary("Div", left.Graph.Constant(right));

    /// <inheritdoc/>
    public static GraphValue operator -(GraphValue value) => value.Unary("Neg");

    /// <inheritdoc/>
    public static GraphValue Concat(long axis, params GraphValue[] values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        var first = values[0];
        var position = first.Shape.Normalize(axis);
        var shape = first.Shape.With(position, SumOf(values, position));
        return first.Graph.Node("Concat", values, shape, first.Type, ("axis", (long)position));
    }

    /// <inheritdoc/>
    public static IReadOnlyList<GraphValue> Apply(Module layer, IReadOnlyList<GraphValue?> inputs, bool allOutputs = false) =>
        inputs[0]!.Value.Graph.Apply(layer, inputs, allOutputs);

    /// <inheritdoc/>
    public GraphValue Weight(Tensor tensor) => Graph.Weight(tensor);

    /// <inheritdoc/>
    public GraphValue MatMul(GraphValue other)
    {
        if (Shape.Count < 2 || other.Shape.Count < 2 || Shape[-1] != other.Shape[-2])
            throw new ExportException(
                $"MatMul cannot multiply {Shape} by {other.Shape}. " +
                "Expected two or more dimensions each, with the last of the left equal to the second last of the right.");
        var outer = Shape.Broadcast(new Shape([.. Shape.SkipLast(2)]), new Shape([.. other.Shape.SkipLast(2)]));
        return Graph.Node("MatMul", [this, other], new Shape([.. outer, Shape[-2], other.Shape[-1]]), Type);
    }

    /// <inheritdoc/>
    public GraphValue Relu() => Unary("Relu");

    /// <inheritdoc/>
    public GraphValue Sigmoid() => Unary("Sigmoid");

    /// <inheritdoc/>
    public GraphValue Tanh() => Unary("Tanh");

    /// <inheritdoc/>
    public GraphValue Softplus() => Unary("Softplus");

    /// <inheritdoc/>
    public GraphValue Exp() => Unary("Exp");

    /// <inheritdoc/>
    public GraphValue Log() => Unary("Log");

    /// <inheritdoc/>
    public GraphValue Sqrt() => Unary("Sqrt");

    /// <inheritdoc/>
    public GraphValue Abs() => Unary("Abs");

    /// <inheritdoc/>
    public GraphValue Erf() => Unary("Erf");

    /// <inheritdoc/>
    public GraphValue Sign() => Unary("Sign");

    /// <inheritdoc/>
    public GraphValue Round() => Unary("Round");

    /// <inheritdoc/>
    public GraphValue Pow(float exponent) => Binary("Pow", Graph.Constant(exponent));

    /// <inheritdoc/>
    public GraphValue Clamp(float min, float max) =>
        Graph.Node("Clip", [this, Graph.Constant(min), Graph.Constant(max)], Shape, Type);

    /// <inheritdoc/>
    public GraphValue Softmax(long axis) => Graph.Node("Softmax", [this], Shape, Type, ("axis", (long)Shape.Normalize(axis)));

    /// <inheritdoc/>
    public GraphValue Sum(long[] axes, bool keepDims = false) =>
        Graph.Node("ReduceSum", [this, Graph.Constant(AxesOrAll(axes))], Reduced(axes, keepDims), Type, ("keepdims", keepDims ? 1L : 0L));

    /// <inheritdoc/>
    public GraphValue Mean(long[] axes, bool keepDims = false) => Reduce("ReduceMean", axes, keepDims);

    /// <inheritdoc/>
    public GraphValue ReduceMax(long[] axes, bool keepDims = false) => Reduce("ReduceMax", axes, keepDims);

    /// <inheritdoc/>
    public GraphValue LogSumExp(long[] axes, bool keepDims = false)
    {
        // ReduceLogSumExp overflows in some runtimes, so the maximum is taken out here.
        var peak = ReduceMax(axes, keepDims: true);
        var kept = (this - peak).Exp().Sum(axes, keepDims: true).Log() + peak;
        return keepDims ? kept : kept.Squeeze(AxesOrAll(axes));
    }

    /// <inheritdoc/>
    public GraphValue Reshape(params long[] shape) =>
        Graph.Node("Reshape", [this, Graph.Constant(shape)], ShapeInference.Reshape(Shape, shape), Type);

    /// <inheritdoc/>
    public GraphValue Slice(long axis, long start, long end)
    {
        var position = Shape.Normalize(axis);
        var shape = Shape.With(position, ShapeInference.Slice(Shape, position, start, end));
        return Graph.Node("Slice", [this, Graph.Constant([start]), Graph.Constant([end]), Graph.Constant([position])], shape, Type);
    }

    /// <inheritdoc/>
    public GraphValue Permute(params long[] order)
    {
        var from = Shape;
        long[] positions = [.. order.Select(axis => (long)from.Normalize(axis))];
        return positions.Order().SequenceEqual(Enumerable.Range(0, from.Count).Select(axis => (long)axis))
            ? Graph.Node("Transpose", [this], new Shape([.. positions.Select(axis => from[(int)axis])]), Type, ("perm", positions))
            : throw new ExportException(
                $"Permute cannot order {from} by [{string.Join(", ", order)}]. Expected each of its {from.Count} dimensions once.");
    }

    /// <summary>The name, type and shape.</summary>
    public override string ToString() => $"{Name}: {Type} {Shape}";

    internal GraphValue Unary(string op, params ReadOnlySpan<(string Name, object Value)> attributes) =>
        Graph.Node(op, [this], Shape, Type, attributes);

    private static Dim SumOf(GraphValue[] values, int axis)
    {
        long total = 0;
        foreach (var value in values)
            total += value.Shape[axis].Extent
                ?? throw new ExportException(
                    $"Concat cannot join {value} along the symbolic dimension {value.Shape[axis]}. " +
                    $"Expected a fixed extent in dimension {axis}.");
        return total;
    }

    // All reductions except ReduceSum take their axes as an attribute before opset 18, and as an input from 18 on.
    private GraphValue Reduce(string op, long[] axes, bool keepDims)
    {
        var keep = ("keepdims", (object)(keepDims ? 1L : 0L));
        return Graph.Opset < 18
            ? Graph.Node(op, [this], Reduced(axes, keepDims), Type, ("axes", AxesOrAll(axes)), keep)
            : Graph.Node(op, [this, Graph.Constant(AxesOrAll(axes))], Reduced(axes, keepDims), Type, keep);
    }

    private GraphValue Binary(string op, GraphValue other) =>
        Graph.Node(op, [this, other], Shape.Broadcast(Shape, other.Shape), Type);

    private long[] AxesOrAll(long[] axes)
    {
        var shape = Shape;
        return axes.Length > 0
            ? [.. axes.Select(axis => (long)shape.Normalize(axis)).Order()]
            : [.. Enumerable.Range(0, shape.Count).Select(axis => (long)axis)];
    }

    private Shape Reduced(long[] axes, bool keepDims)
    {
        var reduced = AxesOrAll(axes);
        var dims = Shape.Select((dim, axis) => (Dim: reduced.Contains(axis) ? 1L : dim, Stays: keepDims || !reduced.Contains(axis)));
        return new Shape([.. dims.Where(entry => entry.Stays).Select(entry => entry.Dim)]);
    }
}
