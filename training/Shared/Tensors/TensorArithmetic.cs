using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Shared;

/// <summary>Operations for which TorchSharp makes a temporary <see cref="Scalar"/>, computed without one (<see cref="Scalars"/>).</summary>
internal static class TensorArithmetic
{
    /// <summary>Elementwise sum. TorchSharp's + makes a Scalar of the weight 1.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, Scalars.One);

    /// <summary>Adds a number to every element.</summary>
    public static Tensor Plus(this Tensor left, Scalar right) => left.add(right, Scalars.One);

    /// <summary>Adds to a tensor in place.</summary>
    public static Tensor Accumulate(this Tensor sum, Tensor addend) => sum.add_(addend, Scalars.One);

    /// <summary>1 minus every element.</summary>
    public static Tensor OneMinus(this Tensor value) => value.negative().Plus(Scalars.One);

    /// <summary>The square of every element. TorchSharp's own raises to a power that is a Scalar.</summary>
    public static Tensor Squared(this Tensor value) => value * value;
}
