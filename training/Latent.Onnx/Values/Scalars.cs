using System.Collections.Concurrent;
using TorchSharp;

namespace Latent.Onnx;

/// <summary>
/// Numbers as operands of tensors. TorchSharp frees a <see cref="Scalar"/> that nothing refers to any more, even while a
/// native call reads it, when another thread collects garbage. So a number is never left to a conversion, which makes such
/// a temporary: it comes from here, where it is kept, or where its owner disposes it after the call.
/// </summary>
internal static class Scalars
{
    private static readonly ConcurrentDictionary<double, Scalar> Fractions = [];
    private static readonly ConcurrentDictionary<long, Scalar> Integers = [];

    /// <summary>The weight of a tensor that is added as it is.</summary>
    public static Scalar One { get; } = Get(1);

    /// <summary>A constant of the code or of a recipe. It is kept for good, so numbers that change from step to step are <see cref="New"/>.</summary>
    public static Scalar Get(double value) => Fractions.GetOrAdd(value, number => number.ToScalar());

    /// <inheritdoc cref="Get(double)"/>
    public static Scalar Get(long value) => Integers.GetOrAdd(value, number => number.ToScalar());

    /// <summary>A number that the caller holds by <c>using</c>, which keeps it until the call is over.</summary>
    public static Scalar New(double value) => value.ToScalar();
}
