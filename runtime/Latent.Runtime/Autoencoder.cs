using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// A trained model, ready to run. Rows are float values one after the other (row-major); how many there are follows from
/// the length.
/// </summary>
/// <remarks>
/// Every verb has an overload that returns arrays and one that writes into the caller's memory; the latter allocates
/// nothing in steady state. Verbs may be called from many threads at once. Disposing while calls run is safe: they end,
/// later ones throw <see cref="ObjectDisposedException"/>. Every verb throws <see cref="ShapeException"/> for part rows, no
/// rows and destinations of another length, <see cref="InputException"/> for values that are not finite,
/// <see cref="UnsupportedOperationException"/> when the bundle lacks what the verb needs, and <see cref="BundleException"/> when
/// a graph cannot be loaded or run. The last bits of a result may depend on the batch it is part of, on where its memory
/// lies and on the machine: ONNX Runtime adds in the order that is fastest there.
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
    private readonly GraphRequirements needs;
    private readonly Thresholds thresholds;

    private Autoencoder(Bundle bundle, DeviceChoice choice, ModelGraphs graphs, RuntimeOptions options)
    {
        (this.bundle, this.choice, this.graphs, this.options) = (bundle, choice, graphs, options);
        lifetime = new(nameof(Autoencoder), graphs.Dispose);
        needs = new(bundle.Manifest);
        thresholds = new(bundle.Manifest);
        InputSize = bundle.Manifest.Input.RowSize;
        LatentSize = (int)bundle.Manifest.Latent.Size;
        table = new(() => new(InputSize, bundle.Manifest.Input.Features, CategoryVocabulary.FromBundle(bundle), bundle.Manifest.Input.Image));
    }

    /// <summary>What the bundle says about the model.</summary>
    public BundleManifest Manifest => bundle.Manifest;

    /// <summary>The bundle that was loaded.</summary>
    public Bundle Bundle => bundle;

    /// <summary>The device the model runs on: the one asked for, or what <see cref="Device.Auto"/> chose.</summary>
    public Device Device => choice.Device;

    /// <summary>Why it is this device.</summary>
    public string DeviceReason => choice.Reason;

    /// <summary>Values in one input row.</summary>
    public int InputSize { get; }

    /// <summary>Values in one code.</summary>
    public int LatentSize { get; }

    /// <summary>Roles of the graphs the bundle has, such as <c>encode</c>, in order.</summary>
    public IEnumerable<string> Graphs => bundle.Manifest.Graphs.Keys;

    /// <summary>
    /// Loads a bundle. The whole bundle is checked first; each graph is opened when it is first needed, except that one is
    /// opened at once on a GPU, to find out here whether the GPU can be used.
    /// </summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads, batch size. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <returns>The model; dispose it when it is no longer needed.</returns>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or not one that rows can be fed to.</exception>
    /// <exception cref="DeviceException">The device that was asked for cannot be used.</exception>
    public static Autoencoder Load(string path, RuntimeOptions? options = null)
    {
        options = RuntimeOptions.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var (choice, graphs) = DeviceChooser.Open(
            options.Device, Sessions.Choose(options), device => ModelGraphs.Open(bundle, device, options));
        return new(bundle, choice, graphs, options);
    }

    /// <summary>Releases the model. Calls that run end first; later ones throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private int CountRows(ReadOnlySpan<float> rows, string operation, string argument) =>
        RowArguments.CountRows(rows, InputSize, operation, argument, Manifest.Input.Features);
}
