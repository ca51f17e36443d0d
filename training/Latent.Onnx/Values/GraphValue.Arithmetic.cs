namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public static GraphValue operator +(float left, GraphValue right) => right.Graph.Constant(left).Binary("Add", right);

    /// <inheritdoc/>
    public static GraphValue operator -(float left, GraphValue right) => right.Graph.Constant(left).Binary("Sub", right);

    /// <inheritdoc/>
    public static GraphValue operator *(float left, GraphValue right) => right.Graph.Constant(left).Binary("Mul", right);

    /// <inheritdoc/>
    public static GraphValue operator /(float left, GraphValue right) => right.Graph.Constant(left).Binary("Div", right);

    /// <inheritdoc/>
    public static GraphValue Einsum(string equation, params GraphValue[] operands)
    {
        ArgumentOutOfRangeException.ThrowIfZero(operands.Length);
        var shape = ShapeInference.Einsum(equation, [.. operands.Select(operand => operand.Shape)]);
        return operands[0].Graph.Node("Einsum", operands, shape, operands[0].Type, ("equation", equation));
    }

    /// <inheritdoc/>
    public GraphValue Pow(GraphValue exponent) => Binary("Pow", exponent);

    /// <inheritdoc/>
    public GraphValue Floor() => Unary("Floor");

    /// <inheritdoc/>
    public GraphValue Ceiling() => Unary("Ceil");

    /// <inheritdoc/>
    public GraphValue Sin() => Unary("Sin");

    /// <inheritdoc/>
    public GraphValue Cos() => Unary("Cos");

    /// <inheritdoc/>
    public GraphValue Gemm(GraphValue other, GraphValue addend, float alpha = 1, float beta = 1)
    {
        if (Shape.Count != 2 || other.Shape.Count != 2 || Shape[1] != other.Shape[0])
            throw new ExportException(
                $"Gemm cannot multiply {Shape} by {other.Shape}. Expected two matrices, with as many columns in the left as rows in the " +
                "right.");
        var shape = new Shape(Shape[0], other.Shape[1]);
        return Shape.Broadcast(addend.Shape, shape).Equals(shape)
            ? Graph.Node("Gemm", [this, other, addend], shape, Type, ("alpha", alpha), ("beta", beta))
            : throw new ExportException($"Gemm cannot add {addend.Shape} to {shape}. Expected a shape that broadcasts to it.");
    }
}
