namespace Latent.Bundles;

/// <summary>One ONNX graph of a bundle.</summary>
public sealed record GraphEntry
{
    /// <summary>File name inside the bundle folder, such as <c>encode.onnx</c>.</summary>
    public required string File { get; init; }

    /// <summary>Length of the file in bytes. <see cref="BundleWriter.Commit"/> fills it.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits. <see cref="BundleWriter.Commit"/> fills it.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The inputs, in the order of the graph.</summary>
    public required IReadOnlyList<TensorEntry> Inputs { get; init; }

    /// <summary>The outputs, in the order of the graph.</summary>
    public required IReadOnlyList<TensorEntry> Outputs { get; init; }
}
