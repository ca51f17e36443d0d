using System.Text.Json;

namespace Latent.Bundles;

/// <summary>
/// The content of <c>bundle.json</c>: the model, its graphs, their inputs and outputs, and its measurements (calibration,
/// parity, metrics). Immutable; the same manifest is always written as the same bytes.
/// </summary>
public sealed record BundleManifest
{
    /// <summary>The format version that this library reads and writes: 1.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Version of the bundle format. Default: <see cref="CurrentFormatVersion"/>.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Name of the model, such as <c>mnist-vae</c>. Not empty.</summary>
    public required string Name { get; init; }

    /// <summary>Family of the model: <c>dense</c>, <c>variational</c>, <c>sparse</c>, ... Not empty.</summary>
    public required string Family { get; init; }

    /// <summary>The options record the model was built from, as a JSON object: describes how to rebuild the model.</summary>
    public required JsonElement Options { get; init; }

    /// <summary>The graphs by role: <c>encode</c>, <c>decode</c>, <c>reconstruct</c>, <c>score</c>, <c>step</c>. At least one.</summary>
    public required IReadOnlyDictionary<string, GraphEntry> Graphs { get; init; }

    /// <summary>The file with every initializer, shared by the graphs; null when the graphs carry their own weights.</summary>
    public FileEntry? Weights { get; init; }

    /// <summary>The tokens, items or categories that indices in rows stand for; null for models without any.</summary>
    public FileEntry? Vocabulary { get; init; }

    /// <summary>The entropy model of a codec (<c>EntropyModel</c>); null for models that are not codecs.</summary>
    public FileEntry? Entropy { get; init; }

    /// <summary>The latent space.</summary>
    public required LatentSpec Latent { get; init; }

    /// <summary>One input row.</summary>
    public required InputSpec Input { get; init; }

    /// <summary>Score statistics of normal rows and the thresholds from them; null when the model was not calibrated.</summary>
    public CalibrationSpec? Calibration { get; init; }

    /// <summary>Agreement between ONNX Runtime and the trained model at export; null when it was not measured.</summary>
    public ParitySpec? Parity { get; init; }

    /// <summary>Metrics of the training run by name, such as <c>loss</c> or <c>mse</c>. Finite. Default: none.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>The data set the model was trained on; null when it is not recorded.</summary>
    public DataSpec? Data { get; init; }

    /// <summary>The program that wrote the bundle.</summary>
    public required ProducerSpec Producer { get; init; }
}
