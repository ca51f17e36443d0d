using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>An ONNX Runtime session and the weights that it shares with other sessions.</summary>
internal sealed class OpenGraph : IDisposable
{
    // Alignment in bytes of external weights; unaligned loads would be slow.
    private const int Alignment = 16;

    private readonly SharedWeights? weights;
    private readonly List<OrtValue> values = [];

    // The values are created here one by one, so that none leaks on failure.
    private OpenGraph(string path, SessionOptions options, SharedWeights? weights, IEnumerable<(string Name, OrtValue Value)> shared)
    {
        this.weights = weights;
        try
        {
            foreach (var (name, value) in shared)
            {
                values.Add(value);
                options.AddInitializer(name, value);
            }

            Session = weights is null ? new(path, options) : new(path, options, weights.Packed);
            NativeHeap.Trim();
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The session.</summary>
    public InferenceSession Session { get; }

    /// <summary>Opens a session.</summary>
    /// <param name="path">The graph.</param>
    /// <param name="options">Session options; the shared weights are added to them.</param>
    /// <param name="external">The external weights; empty if the session reads them itself.</param>
    public static OpenGraph Open(string path, SessionOptions options, IReadOnlyList<ExternalTensor> external)
    {
        // Only the first file is shared; every bundle has only one.
        var file = external.FirstOrDefault(CanBeShared)?.File;
        var shared = external.Where(tensor => tensor.File == file && CanBeShared(tensor)).DistinctBy(tensor => tensor.Name);
        var weights = file is null ? null : SharedWeights.Rent(Path.Combine(Path.GetDirectoryName(path)!, file));
        return new(path, options, weights, shared.Select(tensor => (tensor.Name, weights!.ValueOf(tensor))));
    }

    /// <summary>Opens a session that uses matrices in memory in place and does not pack them.</summary>
    /// <param name="path">The graph.</param>
    /// <param name="options">Session options; the matrices are added to them.</param>
    /// <param name="external">The external weights.</param>
    /// <param name="memory">Weights in memory by name; they must outlive the session.</param>
    public static OpenGraph Over(
        string path,
        SessionOptions options,
        IReadOnlyList<ExternalTensor> external,
        IReadOnlyDictionary<string, MemoryTensor> memory)
    {
        options.AddSessionConfigEntry("session.disable_prepacking", "1");
        var names = external.Where(tensor => tensor.IsMatrix && memory.ContainsKey(tensor.Name)).Select(tensor => tensor.Name).Distinct();
        return new(path, options, null, names.Select(name => (name, ValueOf(memory[name]))));
    }

    public void Dispose()
    {
        Session.Dispose();
        Release();
    }

    // Only matrices are shared. The optimizer rewrites other tensors in place, such as one that is added to a transposed tensor, and a
    // shared value would replace the rewritten one. Matrices are also the tensors that ONNX Runtime packs.
    private static bool CanBeShared(ExternalTensor tensor) =>
        tensor.IsMatrix && tensor.ElementType == ExternalTensor.Float32 && tensor.Size > 0 && tensor.Offset % Alignment == 0
            && tensor.Name.Length > 0;

    private static OrtValue ValueOf(MemoryTensor tensor) =>
        OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance,
            TensorElementType.Float,
            tensor.Shape,
            tensor.Address,
            tensor.Bytes);

    private void Release()
    {
        values.ForEach(value => value.Dispose());
        weights?.Return();
    }
}
