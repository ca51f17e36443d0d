namespace Latent.Bundles.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void BundleFormat_ExampleManifest_IsAccepted()
    {
        var document = File.ReadAllText(FindDocument());
        var start = document.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = document[start..document.IndexOf("\n```", start, StringComparison.Ordinal)];

        var manifest = ManifestReader.Read(System.Text.Encoding.UTF8.GetBytes(example), "docs/bundle-format.md");

        Assert.Equal("mnist-vae", manifest.Name);
        Assert.Equal(150.6, manifest.Calibration!.Thresholds["0.99"]);
        Assert.Matches("^[0-9a-f]{64}$", manifest.Data!.Digest);
    }

    private static string FindDocument()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "docs", "bundle-format.md");
    }
}
