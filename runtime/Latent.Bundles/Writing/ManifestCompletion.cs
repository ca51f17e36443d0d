namespace Latent.Bundles;

/// <summary>Fills a manifest with the sizes and digests of the files that were written.</summary>
internal static class ManifestCompletion
{
    public static BundleManifest Complete(BundleManifest manifest, string folder)
    {
        var complete = manifest with
        {
            Graphs = manifest.Graphs.ToDictionary(graph => graph.Key, graph => Complete(graph.Value, folder)),
            Weights = manifest.Weights is { } weights ? Complete(weights, folder) : null,
            Vocabulary = manifest.Vocabulary is { } vocabulary ? Complete(vocabulary, folder) : null,
            Entropy = manifest.Entropy is { } entropy ? Complete(entropy, folder) : null,
        };
        RejectUnlisted(complete, folder);
        return complete;
    }

    private static GraphEntry Complete(GraphEntry graph, string folder)
    {
        var (size, sha256) = Measure(folder, graph.File);
        return graph with { Size = size, Sha256 = sha256 };
    }

    private static FileEntry Complete(FileEntry file, string folder)
    {
        var (size, sha256) = Measure(folder, file.File);
        return file with { Size = size, Sha256 = sha256 };
    }

    private static (long Size, string Sha256) Measure(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return BundleFileName.IsPlain(name) && File.Exists(path)
            ? (new FileInfo(path).Length, BundleFiles.Sha256(path))
            : throw new BundleException(
                "A file that the manifest lists was not written.", path, BundleFileName.Rule + ", written before Commit",
                ErrorText.Quote(name), $"write it to the path that BundleWriter.GetPath returns.");
    }

    // An unlisted file has no digest to verify it, but would be copied along and trusted.
    private static void RejectUnlisted(BundleManifest manifest, string folder)
    {
        var listed = BundleOpener.Listed(manifest).Select(entry => entry.File.File).Append(BundleFileName.Manifest).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (!listed.Contains(Path.GetFileName(path)))
                throw new BundleException(
                    "A file was written that the manifest does not list.", path,
                    "a file listed under graphs, weights, vocabulary or entropy",
                    ErrorText.Quote(Path.GetFileName(path)), "list it in the manifest, or write it into report/.");
        }
    }
}
