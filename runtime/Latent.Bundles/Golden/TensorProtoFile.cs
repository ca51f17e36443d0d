namespace Latent.Bundles;

/// <summary>
/// ONNX TensorProto files (<c>.pb</c>), as the ONNX model zoo stores test vectors: float32 and int64 tensors.
/// </summary>
public static class TensorProtoFile
{
    /// <summary>Reads a tensor from an untrusted file: no size in it is used before the bytes are checked to be present.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its tensor.</returns>
    /// <exception cref="BundleException">
    /// The file cannot be read, is cut short, is larger than 2 GiB, or holds another element type.
    /// </exception>
    public static NamedTensor Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var size = BundleFiles.SizeOf(path);
        if (size > Array.MaxLength)
            throw new BundleException(
                "A golden file is too large.",
                path,
                $"at most {Array.MaxLength} bytes",
                $"{size} bytes",
                Fixes.WriteAgain);
        return TensorProtoReader.Read(BundleFiles.Reading(path, () => File.ReadAllBytes(path)), path);
    }

    /// <summary>Writes a tensor. The same tensor gives the same bytes.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="tensor">The tensor to write.</param>
    /// <exception cref="BundleException">The file cannot be written.</exception>
    public static void Write(string path, NamedTensor tensor)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensor);
        BundleFiles.Writing(path, () => File.WriteAllBytes(path, TensorProtoWriter.Write(tensor)));
    }
}
