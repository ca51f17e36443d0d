using System.IO.MemoryMappedFiles;
using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>
/// A weights file shared by graphs: memory-mapped once per process, with one container for the weights packed by ONNX Runtime.
/// It is released when the last graph stops using it.
/// </summary>
internal sealed unsafe class SharedWeights
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Version, SharedWeights> InUse = [];

    private readonly Version version;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private int users;

    private SharedWeights(Version version)
    {
        this.version = version;
        file = MemoryMappedFile.CreateFromFile(
            File.Open(version.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete),
            null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    /// <summary>The number of mapped files.</summary>
    public static int FilesInUse
    {
        get
        {
            lock (Gate)
                return InUse.Count;
        }
    }

    /// <summary>The packed weights of the graphs that use the file, deduplicated by content.</summary>
    public PrePackedWeightsContainer Packed { get; } = new();

    /// <summary>Maps a weights file, or shares the existing mapping; release it with <see cref="Return"/>.</summary>
    /// <exception cref="BundleException">The file cannot be read.</exception>
    public static SharedWeights Rent(string path)
    {
        var version = BundleFiles.Reading(path, () => Version.Read(path));
        lock (Gate)
        {
            if (!InUse.TryGetValue(version, out var weights))
                InUse[version] = weights = BundleFiles.Reading(path, () => new SharedWeights(version));
            weights.users++;
            return weights;
        }
    }

    /// <summary>Releases one use of the weights; the last one unmaps the file.</summary>
    public void Return()
    {
        lock (Gate)
        {
            if (--users > 0)
                return;
            InUse.Remove(version);
        }
        Packed.Dispose();
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    /// <summary>Creates a value over a tensor of the file, in place.</summary>
    public OrtValue ValueOf(ExternalTensor tensor)
    {
        if (tensor.Offset + tensor.Size > version.Length)
            throw new BundleException(
                "A weights file changed while it was loaded.", version.Path, $"{tensor.Offset + tensor.Size} bytes or more",
                $"{version.Length} bytes", Fixes.CopyAgain);
        return OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, TensorElementType.Float, [.. tensor.Shape], (nint)(start + view.PointerOffset
                + tensor.Offset), tensor.Size);
    }

    // A replaced file is a different version, even while models still use the old one.
    private readonly record struct Version(string Path, long Length, DateTime Written)
    {
        public static Version Read(string path)
        {
            var info = new FileInfo(path);
            return new(path, info.Length, info.LastWriteTimeUtc);
        }
    }
}
