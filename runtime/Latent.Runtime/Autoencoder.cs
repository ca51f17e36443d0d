using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// A trained model, ready to run. Rows are contiguous float values (row-major); their number follows from the length.
/// </summary>
/// <remarks>
/// Every operation has an overload that returns arrays and one that writes into the caller's memory; the latter allocates
/// nothing in steady state. Thread-safe: operations may run concurrently. Disposing while calls run is safe: they finish, and
/// later calls throw <see cref="ObjectDisposedException"/>. Every operation throws <see cref="ShapeException"/> for partial rows,
/// empty batches and destinations of the wrong length, <see cref="InputException"/> for values that are not finite,
/// <see cref="UnsupportedOperationException"/> when the bundle lacks a part that the operation needs, and
/// <see cref="BundleException"/> when a graph cannot be loaded or run. The last bits of a result may depend on its batch, on
/// memory alignment and on the machine, because ONNX Runtime sums in the fastest order for each.
/// </remarks>
/// <example>
/// <code>
/// using var model = Autoencoder.Load("models/mnist-vae");
/// foreach (var verdict in model.Detect(images))
///     Console.WriteLine(verdict);
/// </code>
/// </example>
public sealed partial class Autoencoder : IDisposable
{
    private readonly Bundle bundle;
    private readonly DeviceChoice choice;
    private readonly RuntimeOptions options;
    private readonly ModelGraphs graphs;
    private readonly Lifetime lifetime;
    private readonly GraphRequirements requirements;
    private readonly Thresholds thresholds;

    private Autoencoder(Bundle bundle, DeviceChoice choice, ModelGraphs graphs, RuntimeOptions options)
    {
        (this.bundle, this.choice, this.graphs, this.options) = (bundle, choice, graphs, options);
        lifetime = new(nameof(Autoencoder), graphs.Dispose);
        requirements = new(bundle.Manifest);
        thresholds = new(bundle.Manifest);
        InputSize = bundle.Manifest.Input.RowSize;
        LatentSize = (int)bundle.Manifest.Latent.Size;
        table = new(
            () => new(InputSize, bundle.Manifest.Input.Features, CategoryVocabulary.FromBundle(bundle), bundle.Manifest.Input.Image));
    }

    /// <summary>The manifest of the bundle.</summary>
    public BundleManifest Manifest => bundle.Manifest;

    /// <summary>The loaded bundle.</summary>
    public Bundle Bundle => bundle;

    /// <summary>The device that the model runs on: the requested one, or the one that <see cref="Device.Auto"/> selected.</summary>
    public Device Device => choice.Device;

    /// <summary>The reason for this device.</summary>
    public string DeviceReason => choice.Reason;

    /// <summary>The number of values in an input row.</summary>
    public int InputSize { get; }

    /// <summary>The latent dimension.</summary>
    public int LatentSize { get; }

    /// <summary>The roles of the bundle's graphs, such as <c>encode</c>, in order.</summary>
    public IEnumerable<string> Graphs => bundle.Manifest.Graphs.Keys;

    /// <summary>
    /// Loads a bundle. The whole bundle is checked first. Each graph is opened on first use, except that one graph is opened
    /// immediately on a GPU, so that an unusable GPU fails here.
    /// </summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads, batch size. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <returns>The model; dispose it when it is no longer needed.</returns>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or does not take rows of floats.</exception>
    /// <exception cref="DeviceException">The requested device cannot be used.</exception>
    public static Autoencoder Load(string path, RuntimeOptions? options = null)
    {
        options = RuntimeOptions.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var (choice, graphs) = DeviceChooser.Open(
            options.Device, Sessions.Choose(options), device => ModelGraphs.Open(bundle, device, options));
        return new(bundle, choice, graphs, options);
    }

    /// <summary>Releases the model after running calls finish; later calls throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private int CountRows(ReadOnlySpan<float> rows, string operation, string argument) =>
        RowArguments.CountRows(rows, InputSize, operation, argument, Manifest.Input.Features);
}
