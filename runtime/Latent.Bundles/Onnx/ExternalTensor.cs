namespace Latent.Bundles;

/// <summary>Weights of a graph whose values lie in a file beside it.</summary>
/// <param name="Name">What the graph calls them.</param>
/// <param name="ElementType">The number that ONNX gives the element type.</param>
/// <param name="Shape">Sizes.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Offset">Where in the file they begin.</param>
/// <param name="Size">How many bytes they are.</param>
public sealed record ExternalTensor(string Name, int ElementType, IReadOnlyList<long> Shape, string File, long Offset, long Size)
{
    /// <summary>The number of float32.</summary>
    public const int Float32 = 1;

    /// <summary>Whether it is used as the second factor of products of matrices, and for nothing else.</summary>
    public bool IsMatrix { get; init; }
}
