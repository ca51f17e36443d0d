using Latent.Onnx.Converters;
using Latent.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>The backend that computes with TorchSharp tensors, gradients included.</summary>
/// <param name="Tensor">The tensor; the caller's dispose scope owns it.</param>
public readonly partial record struct TensorValue(Tensor Tensor) : IValue<TensorValue>
{
    /// <summary>A tensor as a value.</summary>
    public static implicit operator TensorValue(Tensor tensor) => new(tensor);

    /// <inheritdoc/>
    public static TensorValue operator +(TensorValue left, TensorValue right) => left.Tensor.Plus(right.Tensor);

    /// <inheritdoc/>
    public static TensorValue operator -(TensorValue left, TensorValue right) => left.Tensor - right.Tensor;

    /// <inheritdoc/>
    public static TensorValue operator *(TensorValue left, TensorValue right) => left.Tensor * right.Tensor;

    /// <inheritdoc/>
    public static TensorValue operator /(TensorValue left, TensorValue right) => left.Tensor / right.Tensor;

    /// <inheritdoc/>
    public static TensorValue operator +(TensorValue left, float right)
    {
        using var number = Scalars.New(right);
        return left.Tensor.Plus(number);
    }

    /// <inheritdoc/>
    public static TensorValue operator -(TensorValue left, float right)
    {
        using var number = Scalars.New(right);
        return left.Tensor - number;
    }

    /// <inheritdoc/>
    public static TensorValue operator *(TensorValue left, float right)
    {
        using var number = Scalars.New(right);
        return left.Tensor * number;
    }

    /// <inheritdoc/>
    public static TensorValue operator /(TensorValue left, float right)
    {
        using var number = Scalars.New(right);
        return left.Tensor / number;
    }

    /// <inheritdoc/>
    public static TensorValue operator -(TensorValue value) => -value.Tensor;

    /// <inheritdoc/>
    public static TensorValue Concat(long axis, params TensorValue[] values) => cat([.. values.Select(value => value.Tensor)], axis);

    /// <inheritdoc/>
    public static IReadOnlyList<TensorValue> Apply(Module layer, IReadOnlyList<TensorValue?> inputs, bool allOutputs = false) =>
        layer is Module<Tensor, Tensor> unary && inputs is [{ } only] && !allOutputs
            ? [unary.call(only.Tensor)]
            : [.. LayerRun.Run(layer, [.. inputs.Select(input => input?.Tensor)], allOutputs).Select(output => (TensorValue)output)];

    /// <inheritdoc/>
    public TensorValue Weight(Tensor tensor) => tensor;

    /// <inheritdoc/>
    public TensorValue MatMul(TensorValue other) => Tensor.matmul(other.Tensor);

    /// <inheritdoc/>
    public TensorValue Relu() => Tensor.relu();

    /// <inheritdoc/>
    public TensorValue Sigmoid() => Tensor.sigmoid();

    /// <inheritdoc/>
    public TensorValue Tanh() => Tensor.tanh();

    // TorchSharp's softplus makes Scalars of its own; log(1 + exp(x)) is also -log sigmoid(-x).
    /// <inheritdoc/>
    public TensorValue Softplus() => -(-Tensor).log_sigmoid();

    /// <inheritdoc/>
    public TensorValue Exp() => Tensor.exp();

    /// <inheritdoc/>
    public TensorValue Log() => Tensor.log();

    /// <inheritdoc/>
    public TensorValue Sqrt() => Tensor.sqrt();

    /// <inheritdoc/>
    public TensorValue Abs() => Tensor.abs();

    /// <inheritdoc/>
    public TensorValue Erf() => Tensor.erf();

    /// <inheritdoc/>
    public TensorValue Sign() => Tensor.sign();

    /// <inheritdoc/>
    public TensorValue Round() => Tensor.round();

    /// <inheritdoc/>
    public TensorValue Pow(float exponent)
    {
        using var number = Scalars.New(exponent);
        return Tensor.pow(number);
    }

    /// <inheritdoc/>
    public TensorValue Clamp(float min, float max)
    {
        using var least = Scalars.New(min);
        using var most = Scalars.New(max);
        return Tensor.clamp(least, most);
    }

    /// <inheritdoc/>
    public TensorValue Softmax(long axis) => Tensor.softmax(axis);

    /// <inheritdoc/>
    public TensorValue Sum(long[] axes, bool keepDims = false) => Tensor.sum(AxesOrAll(axes), keepDims);

    /// <inheritdoc/>
    public TensorValue Mean(long[] axes, bool keepDims = false) => Tensor.mean(AxesOrAll(axes), keepDims);

    /// <inheritdoc/>
    public TensorValue ReduceMax(long[] axes, bool keepDims = false) => Tensor.amax(AxesOrAll(axes), keepDims);

    /// <inheritdoc/>
    public TensorValue LogSumExp(long[] axes, bool keepDims = false)
    {
        var rank = Tensor.ndim;
        var fromTheEnd = AxesOrAll(axes).Select(axis => axis < 0 ? axis + rank : axis).OrderDescending();
        return fromTheEnd.Aggregate(Tensor, (reduced, axis) => reduced.logsumexp(axis, keepDims));
    }

    /// <inheritdoc/>
    public TensorValue Reshape(params long[] shape) => Tensor.reshape(shape);

    /// <inheritdoc/>
    public TensorValue Slice(long axis, long start, long end) => Tensor.slice(axis, start, end, 1);

    /// <inheritdoc/>
    public TensorValue Permute(params long[] order) => Tensor.permute(order);

    private long[] AxesOrAll(long[] axes) =>
        axes.Length > 0 ? axes : [.. Enumerable.Range(0, (int)Tensor.ndim).Select(axis => (long)axis)];
}
