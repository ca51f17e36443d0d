using Latent.Bundles;
using static TorchSharp.torch;
using Extents = System.Collections.Generic.IReadOnlyList<long>;

namespace Latent.Onnx.Verification;

/// <summary>Measures the difference between two tensors.</summary>
internal static class TensorDifference
{
    /// <summary>A tensor for ONNX Runtime.</summary>
    public static NamedTensor Named(string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var plain = tensor.detach().cpu().contiguous();
        return plain.dtype switch
        {
            ScalarType.Float32 => NamedTensor.Create(name, TensorData.Values<float>(plain), plain.shape),
            ScalarType.Int64 => NamedTensor.Create(name, TensorData.Values<long>(plain), plain.shape),
            _ =>
                throw new ExportException(
                    $"Tensor '{name}' is of {plain.dtype}. Expected Float32 or Int64, which can be compared: Cast(ElementType.Float32)."),
        };
    }

    /// <summary>Compares an output.</summary>
    /// <param name="expected">TorchSharp's output.</param>
    /// <param name="sample">The name of the sample.</param>
    /// <param name="received">ONNX Runtime's output.</param>
    public static OutputParity Compute(NamedTensor expected, string sample, NamedTensor received)
    {
        var (type, shape) = (TypeName(received), Shape.Create([.. received.Shape]));
        var compared = Values(expected).LongCount(double.IsFinite);
        if (Mismatch(expected, received) is { } mismatch)
            return new OutputParity(
                expected.Name,
                sample,
                type,
                shape,
                double.PositiveInfinity,
                double.PositiveInfinity,
                double.PositiveInfinity)
            { Compared = compared, Mismatch = mismatch };

        var (absolute, relative, unit) = (0.0, 0.0, 0.0);
        foreach (var (wanted, got) in Values(expected).Zip(Values(received)))
        {
            var difference = Distance(wanted, got);
            absolute = Math.Max(absolute, difference);
            relative = Math.Max(relative, difference == 0 ? 0 : difference / Math.Max(Math.Abs(wanted), Math.Abs(got)));
            unit = Math.Max(unit, difference == 0 ? 0 : difference / Math.Max(1, Math.Abs(wanted)));
        }

        return new OutputParity(
            expected.Name, sample, type, shape, absolute, OrInfinity(relative), OrInfinity(unit))
        { Compared = compared };
    }

    // Two equal infinities, or two NaNs, agree.
    private static double Distance(double wanted, double got) =>
        wanted.Equals(got) ? 0 : OrInfinity(Math.Abs(wanted - got));

    private static double OrInfinity(double value) => double.IsNaN(value) ? double.PositiveInfinity : value;

    private static string? Mismatch(NamedTensor expected, NamedTensor received) =>
        TypeName(expected) != TypeName(received) ? $"type {TypeName(received)}, TorchSharp has {TypeName(expected)}"
        : !expected.Shape.SequenceEqual(received.Shape) ? $"shape {Text(received.Shape)}, TorchSharp has {Text(expected.Shape)}"
        : null;

    private static string TypeName(NamedTensor tensor) => $"{(tensor.Floats is null ? ElementType.Int64 : ElementType.Float32)}";

    private static string Text(Extents shape) => $"[{string.Join(", ", shape)}]";

    private static IEnumerable<double> Values(NamedTensor tensor) =>
        tensor.Floats?.Select(value => (double)value) ?? tensor.Integers!.Select(value => (double)value);
}
