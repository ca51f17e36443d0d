using Latent.Bundles;

namespace Latent.Runtime.Tests.Models;

/// <summary>The bundle of a tiny model in a temporary folder, deleted at the end of a test.</summary>
public sealed class TemporaryModel : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("latent-runtime-").FullName;

    public TemporaryModel(TinyModel model, Func<BundleManifest, BundleManifest>? change = null, bool golden = true)
    {
        Model = model;
        Folder = Path.Combine(root, "tiny");
        Bundle = model.Write(Folder, change, golden);
    }

    public TinyModel Model { get; }

    public string Folder { get; }

    public Bundle Bundle { get; }

    public Autoencoder Load(RuntimeOptions? options = null) => Autoencoder.Load(Folder, options);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
