using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public static TensorValue operator +(float left, TensorValue right) => right + left;

    /// <inheritdoc/>
    public static TensorValue operator -(float left, TensorValue right) => -right + left;

    /// <inheritdoc/>
    public static TensorValue operator *(float left, TensorValue right) => right * left;

    /// <inheritdoc/>
    public static TensorValue operator /(float left, TensorValue right) => new TensorValue(right.Tensor.reciprocal()) * left;

    /// <inheritdoc/>
    public static TensorValue Einsum(string equation, params TensorValue[] operands) =>
        einsum(equation, [.. operands.Select(value => value.Tensor)]);

    /// <inheritdoc/>
    public TensorValue Pow(TensorValue exponent) => Tensor.pow(exponent.Tensor);

    /// <inheritdoc/>
    public TensorValue Floor() => Tensor.floor();

    /// <inheritdoc/>
    public TensorValue Ceiling() => Tensor.ceil();

    /// <inheritdoc/>
    public TensorValue Sin() => Tensor.sin();

    /// <inheritdoc/>
    public TensorValue Cos() => Tensor.cos();

    /// <inheritdoc/>
    public TensorValue Gemm(TensorValue other, TensorValue addend, float alpha = 1, float beta = 1) =>
        addend.Tensor.addmm(Tensor, other.Tensor, beta, alpha);
}
