using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>A session of ONNX Runtime and the weights that it shares with others.</summary>
internal sealed class OpenGraph : IDisposable
{
    // Of the weights in a file beside a graph; smaller steps between them would be loads that processors are slow at.
    private const int Alignment = 16;

    private readonly SharedWeights? weights;
    private readonly List<OrtValue> values = [];

    // The values are made here, one after the other, so that none is left behind where something fails.
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
    /// <param name="options">Options, to which the shared weights are added.</param>
    /// <param name="external">The weights that lie beside the graph; none where the graph is to read them itself.</param>
    public static OpenGraph Open(string path, SessionOptions options, IReadOnlyList<ExternalTensor> external)
    {
        // The first file is shared; every bundle has but one.
        var file = external.FirstOrDefault(CanBeShared)?.File;
        var shared = external.Where(tensor => tensor.File == file && CanBeShared(tensor)).DistinctBy(tensor => tensor.Name);
        var weights = file is null ? null : SharedWeights.Rent(Path.Combine(Path.GetDirectoryName(path)!, file));
        return new(path, options, weights, shared.Select(tensor => (tensor.Name, weights!.ValueOf(tensor))));
    }

    /// <summary>Opens a session that takes matrices from where they lie in memory, and makes nothing of them for itself.</summary>
    /// <param name="path">The graph.</param>
    /// <param name="options">Options, to which the matrices are added.</param>
    /// <param name="external">The weights that lie beside the graph.</param>
    /// <param name="memory">Weights in memory, by name; they outlive the session.</param>
    public static OpenGraph Over(string path, SessionOptions options, IReadOnlyList<ExternalTensor> external, IReadOnlyDictionary<string, MemoryTensor> memory)
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

    // The optimizer rewrites others in place, such as a table that is added to something transposed, and a shared value would
    // take the place of what it wrote. Matrices are also what is packed.
    private static bool CanBeShared(ExternalTensor tensor) =>
        tensor.IsMatrix && tensor.ElementType == ExternalTensor.Float32 && tensor.Size > 0 && tensor.Offset % Alignment == 0 && tensor.Name.Length > 0;

    private static OrtValue ValueOf(MemoryTensor tensor) =>
        OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float, tensor.Shape, tensor.Address, tensor.Bytes);

    private void Release()
    {
        values.ForEach(value => value.Dispose());
        weights?.Return();
    }
}
