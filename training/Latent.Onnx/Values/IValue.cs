using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>
/// A tensor that a forward pass computes with. A forward written over <typeparamref name="V"/> runs on
/// <see cref="TensorValue"/> in training and on <see cref="GraphValue"/> in export, so it is written once.
/// </summary>
/// <typeparam name="V">The backend itself.</typeparam>
public partial interface IValue<V>
    where V : struct, IValue<V>
{
    /// <summary>Elementwise sum; operands broadcast.</summary>
    static abstract V operator +(V left, V right);

    /// <summary>Elementwise difference; operands broadcast.</summary>
    static abstract V operator -(V left, V right);

    /// <summary>Elementwise product; operands broadcast.</summary>
    static abstract V operator *(V left, V right);

    /// <summary>Elementwise quotient; operands broadcast.</summary>
    static abstract V operator /(V left, V right);

    /// <summary>Adds a number to every element.</summary>
    static abstract V operator +(V left, float right);

    /// <summary>Subtracts a number from every element.</summary>
    static abstract V operator -(V left, float right);

    /// <summary>Multiplies every element by a number.</summary>
    static abstract V operator *(V left, float right);

    /// <summary>Divides every element by a number.</summary>
    static abstract V operator /(V left, float right);

    /// <summary>Changes the sign of every element.</summary>
    static abstract V operator -(V value);

    /// <summary>Joins values along an axis; the other dimensions are equal.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="values">At least one value.</param>
    static abstract V Concat(long axis, params V[] values);

    /// <summary>
    /// Runs a layer: its own forward on tensors, its registered converter on graph values. Layers with a fixed number of tensors
    /// have typed forms, such as <c>x.Apply(layer)</c>.
    /// </summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="inputs">The inputs in the order of the layer's forward; the first is given, null leaves out an optional one.</param>
    /// <param name="allOutputs">Whether outputs that are optional, such as the indices of max pooling, are computed too.</param>
    /// <returns>The outputs, in the order of the layer's forward.</returns>
    static abstract IReadOnlyList<V> Apply(Module layer, IReadOnlyList<V?> inputs, bool allOutputs = false);

    /// <summary>Brings a parameter, a buffer or a constant of the model into the computation.</summary>
    /// <param name="tensor">A tensor; a registered one keeps its <c>state_dict</c> key as its name in the graph.</param>
    V Weight(Tensor tensor);

    /// <summary>Matrix product over the last two dimensions; the others broadcast.</summary>
    V MatMul(V other);

    /// <summary>max(0, x).</summary>
    V Relu();

    /// <summary>1 / (1 + exp(-x)).</summary>
    V Sigmoid();

    /// <summary>The hyperbolic tangent.</summary>
    V Tanh();

    /// <summary>log(1 + exp(x)), without overflow for large x.</summary>
    V Softplus();

    /// <summary>exp(x).</summary>
    V Exp();

    /// <summary>The natural logarithm.</summary>
    V Log();

    /// <summary>The square root.</summary>
    V Sqrt();

    /// <summary>The absolute value.</summary>
    V Abs();

    /// <summary>The Gauss error function.</summary>
    V Erf();

    /// <summary>-1, 0 or 1, by the sign of each element; its gradient is zero.</summary>
    V Sign();

    /// <summary>Rounds to the nearest integer, halves to even; its gradient is zero.</summary>
    V Round();

    /// <summary>Every element raised to a power.</summary>
    V Pow(float exponent);

    /// <summary>Every element limited to [<paramref name="min"/>, <paramref name="max"/>].</summary>
    V Clamp(float min, float max);

    /// <summary>Exponentials along an axis, scaled to sum to one.</summary>
    V Softmax(long axis);

    /// <summary>The sum over axes; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the summed dimensions stay, with extent 1.</param>
    V Sum(long[] axes, bool keepDims = false);

    /// <summary>The mean over axes; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the averaged dimensions stay, with extent 1.</param>
    V Mean(long[] axes, bool keepDims = false);

    /// <summary>The largest element over axes; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced dimensions stay, with extent 1.</param>
    V ReduceMax(long[] axes, bool keepDims = false);

    /// <summary>log(sum(exp(x))) over axes, without overflow; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced dimensions stay, with extent 1.</param>
    V LogSumExp(long[] axes, bool keepDims = false);

    /// <summary>Changes the shape; one extent may be -1, and is inferred.</summary>
    V Reshape(params long[] shape);

    /// <summary>Slices an axis from <paramref name="start"/> up to <paramref name="end"/>, excluded.</summary>
    V Slice(long axis, long start, long end);

    /// <summary>Reorders the dimensions.</summary>
    /// <param name="order">For each new dimension, the old one.</param>
    V Permute(params long[] order);
}
