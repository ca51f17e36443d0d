using Latent.Bundles;

namespace Latent.Training.Export;

/// <summary>A bundle in progress: its files so far, and its graphs in ONNX Runtime.</summary>
/// <param name="writer">Writes the files.</param>
/// <param name="graphs">The exported graphs.</param>
internal sealed class BundleDraft(BundleWriter writer, IReadOnlyList<GraphSpec> graphs) : IDisposable
{
    private readonly List<IDisposable> owned = [];

    /// <summary>Writes the files.</summary>
    public BundleWriter Writer => writer;

    /// <summary>The exported graphs.</summary>
    public IReadOnlyList<GraphSpec> Graphs => graphs;

    /// <summary>The exported graphs in ONNX Runtime.</summary>
    public GraphFiles Files { get; } = new(writer.Folder, graphs);

    /// <summary>The anomaly scores of the validation rows; empty before calibration.</summary>
    public float[] Scores { get; set; } = [];

    /// <summary>The thresholds of the anomaly score; null before calibration, and for models without a score.</summary>
    public CalibrationSpec? Calibration { get; set; }

    /// <summary>Adds a resource that is disposed with the draft.</summary>
    /// <returns>The resource.</returns>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        owned.Add(resource);
        return resource;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        owned.ForEach(resource => resource.Dispose());
        Files.Dispose();
    }
}
