using System.IO.MemoryMappedFiles;
using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>
/// A file of weights as graphs share it: mapped into memory once in a process, with one store for the forms that ONNX Runtime
/// packs weights into. It lasts as long as a graph uses it.
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

    /// <summary>How many files are mapped.</summary>
    public static int FilesInUse
    {
        get
        {
            lock (Gate)
                return InUse.Count;
        }
    }

    /// <summary>Packed weights of the graphs that use the file: those of the same content once.</summary>
    public PrePackedWeightsContainer Packed { get; } = new();

    /// <summary>The weights of a file; give them back by <see cref="Return"/>.</summary>
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

    /// <summary>Gives the weights back, once nothing uses them any more.</summary>
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

    /// <summary>A tensor of the file, in place.</summary>
    public OrtValue ValueOf(ExternalTensor tensor)
    {
        if (tensor.Offset + tensor.Size > version.Length)
            throw new BundleException(
                "A file of weights changed while it was loaded.", version.Path, $"{tensor.Offset + tensor.Size} bytes or more", $"{version.Length} bytes", Fixes.CopyAgain);
        return OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, TensorElementType.Float, [.. tensor.Shape], (nint)(start + view.PointerOffset + tensor.Offset), tensor.Size);
    }

    // A file that is replaced is another one, even while models still use the first.
    private readonly record struct Version(string Path, long Length, DateTime Written)
    {
        public static Version Read(string path)
        {
            var info = new FileInfo(path);
            return new(path, info.Length, info.LastWriteTimeUtc);
        }
    }
}
