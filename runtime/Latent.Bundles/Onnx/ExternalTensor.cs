namespace Latent.Bundles;

/// <summary>Weights of a graph that are stored as external data, in a file beside it.</summary>
/// <param name="Name">The name in the graph.</param>
/// <param name="ElementType">The ONNX element type.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="File">The file name.</param>
/// <param name="Offset">The offset in the file, in bytes.</param>
/// <param name="Size">The size in bytes.</param>
public sealed record ExternalTensor(string Name, int ElementType, IReadOnlyList<long> Shape, string File, long Offset, long Size)
{
    /// <summary>The ONNX element type of float32.</summary>
    public const int Float32 = 1;

    /// <summary>Whether the tensor is used only as the second factor of matrix products.</summary>
    public bool IsMatrix { get; init; }
}
