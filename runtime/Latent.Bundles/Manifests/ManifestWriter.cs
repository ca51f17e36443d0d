using System.Text.Json;

namespace Latent.Bundles;

/// <summary>Writes records as the bytes of <c>bundle.json</c>: the same manifest gives the same bytes on every machine.</summary>
internal static class ManifestWriter
{
    public static byte[] Write(BundleManifest manifest, string file)
    {
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(Sorted(manifest), ManifestJson.Default.BundleManifest);
            byte[] bytes = [.. json, (byte)'\n'];
            ManifestReader.Read(bytes, file);
            return bytes;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new BundleException(
                "The manifest cannot be written as JSON.", file, "finite numbers and an options object", exception.Message,
                "correct the manifest that is passed to Commit.", exception);
        }
    }

    private static BundleManifest Sorted(BundleManifest manifest) => manifest with
    {
        Graphs = Sorted(manifest.Graphs),
        Metrics = Sorted(manifest.Metrics),
        Calibration = manifest.Calibration is { } calibration
            ? calibration with { Thresholds = Sorted(calibration.Thresholds) }
            : null,
    };

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> map)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
            sorted.Add(key, value);
        return sorted;
    }
}
