namespace Latent.Files;

/// <summary>An array from a <c>.npy</c> file, converted to 32-bit floats in C order (row-major) from any type and order.</summary>
/// <param name="Shape">The shape; empty for a scalar.</param>
/// <param name="Values">The values; their count is the product of <paramref name="Shape"/>.</param>
/// <param name="Type">
/// The NumPy dtype in the file: <c>float32</c>, <c>float64</c>, <c>uint8</c>, <c>int16</c>, <c>int32</c> or <c>int64</c>.
/// </param>
public sealed record NpyArray(IReadOnlyList<int> Shape, float[] Values, string Type);
