namespace Latent.Data;

/// <summary>An array read from a <c>.npy</c> file, as 32-bit floats in C order (last dimension fastest) whatever its type and order were.</summary>
/// <param name="Shape">Sizes of the dimensions; empty for a single number.</param>
/// <param name="Values">The numbers; their count is the product of <paramref name="Shape"/>.</param>
/// <param name="Type">NumPy's name of the type in the file: <c>float32</c>, <c>float64</c>, <c>uint8</c>, <c>int16</c>, <c>int32</c> or <c>int64</c>.</param>
public sealed record NpyArray(IReadOnlyList<int> Shape, float[] Values, string Type);
