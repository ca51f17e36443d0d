using System.Collections.Concurrent;
using TorchSharp;

namespace Latent.Shared;

/// <summary>
/// Numbers as operands of tensors. TorchSharp frees a <see cref="Scalar"/> that nothing references, even while a
/// native call reads it, when another thread collects garbage. So a number is never left to a conversion, which makes such
/// a temporary: it comes from here, where it is kept, or where its owner disposes it after the call.
/// </summary>
internal static class Scalars
{
    private static readonly ConcurrentDictionary<double, Scalar> Fractions = [];
    private static readonly ConcurrentDictionary<long, Scalar> Integers = [];

    /// <summary>The factor of an addend that is added unscaled.</summary>
    public static Scalar One { get; } = Get(1);

    /// <summary>
    /// A constant of the code or of a recipe. It is kept forever, so numbers that change from step to step use <see cref="New"/>.
    /// </summary>
    public static Scalar Get(double value) => Fractions.GetOrAdd(value, number => number.ToScalar());

    /// <inheritdoc cref="Get(double)"/>
    public static Scalar Get(long value) => Integers.GetOrAdd(value, number => number.ToScalar());

    /// <summary>A number that the caller keeps alive by <c>using</c> until the call returns.</summary>
    public static Scalar New(double value) => value.ToScalar();
}
