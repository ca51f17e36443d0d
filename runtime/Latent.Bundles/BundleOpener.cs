using System.Security.Cryptography;

namespace Latent.Bundles;

/// <summary>Opens a bundle: every check of <see cref="Bundle.Open"/>, in order.</summary>
internal static class BundleOpener
{
    private const long MaxManifestBytes = 16 * 1024 * 1024;

    public static Bundle Open(string folder, bool verifyHashes)
    {
        var json = ReadManifest(folder);
        var manifest = ManifestReader.Read(json, Path.Combine(folder, BundleFileName.Manifest));

        foreach (var (where, file) in Listed(manifest))
            CheckFile(folder, where, file, verifyHashes);
        return Bundle.Checked(folder, manifest, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <summary>Returns every file that the manifest lists, with its JSON path.</summary>
    public static IEnumerable<(string Where, FileEntry File)> Listed(BundleManifest manifest)
    {
        foreach (var (role, graph) in manifest.Graphs)
            yield return ($"$.graphs.{role}", new() { File = graph.File, Size = graph.Size, Sha256 = graph.Sha256 });
        if (manifest.Weights is { } weights)
            yield return ("$.weights", weights);
        if (manifest.Vocabulary is { } vocabulary)
            yield return ("$.vocabulary", vocabulary);
        if (manifest.Entropy is { } entropy)
            yield return ("$.entropy", entropy);
    }

    private static byte[] ReadManifest(string folder)
    {
        var path = Path.Combine(folder, BundleFileName.Manifest);
        if (!Directory.Exists(folder))
            throw new BundleException(
                "There is no bundle here.", folder, "a folder that holds bundle.json",
                File.Exists(folder) ? "a file" : "nothing", "check the path; 'latent train' prints where it wrote the bundle.");
        if (!File.Exists(path))
            throw new BundleException(
                "This folder is not a bundle.", folder, "a file bundle.json", "none",
                "check the path; 'latent train' prints where it wrote the bundle.");

        BundleFiles.RejectLinkOut(folder, path);
        var size = BundleFiles.SizeOf(path);
        if (size is 0 or > MaxManifestBytes)
            throw new BundleException(
                "The manifest has an implausible size.", path, $"1 to {MaxManifestBytes} bytes", $"{size} bytes", Fixes.CopyAgain);
        return BundleFiles.Reading(path, () => File.ReadAllBytes(path));
    }

    private static void CheckFile(string folder, string where, FileEntry file, bool verifyHash)
    {
        var path = Path.Combine(folder, file.File);
        if (!File.Exists(path))
            throw new BundleException(
                "A file that the manifest lists is missing.", path, $"the file of {where} in bundle.json",
                Directory.Exists(path) ? "a folder" : "nothing", "copy the whole bundle folder.");

        BundleFiles.RejectLinkOut(folder, path);
        var size = BundleFiles.SizeOf(path);
        if (size != file.Size)
            throw new BundleException(
                "A file of the bundle does not have the size that the manifest gives.", path,
                $"{file.Size} bytes ({where}.size)", $"{size} bytes", Fixes.CopyAgain);

        if (verifyHash && BundleFiles.Sha256(path) is var sha256 && sha256 != file.Sha256)
            throw new BundleException(
                "A file of the bundle does not have the content that the manifest gives.", path,
                $"sha256 {file.Sha256} ({where}.sha256)", $"sha256 {sha256}", Fixes.CopyAgain);
    }
}
