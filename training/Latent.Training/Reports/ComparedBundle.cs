using System.Text.Json;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>One bundle of a comparison.</summary>
/// <param name="Name">The name that distinguishes it from the others.</param>
/// <param name="Content">The report content of the bundle.</param>
internal sealed record ComparedBundle(string Name, ReportContent Content)
{
    /// <summary>The manifest.</summary>
    public BundleManifest Manifest => Content.Manifest;

    /// <summary>The kind of loss; losses of different kinds have different scales.</summary>
    public string LossKind =>
        Manifest.Options.ValueKind == JsonValueKind.Object && Manifest.Options.TryGetProperty("likelihood", out var likelihood)
            && likelihood.ValueKind == JsonValueKind.String
            ? $"{likelihood.GetString()} loss"
            : "loss";

    /// <summary>Reads bundles; bundles of the same name are named by their paths.</summary>
    /// <param name="bundles">The bundles, and their paths as given by the user.</param>
    /// <exception cref="BundleException">One of them has no metrics.</exception>
    public static IReadOnlyList<ComparedBundle> Read(IReadOnlyList<(string Path, Bundle Bundle)> bundles)
    {
        var names = bundles.Select(each => each.Bundle.Manifest.Name).ToList();
        return [.. bundles.Select(each => new ComparedBundle(
            names.Count(name => name == each.Bundle.Manifest.Name) > 1 ? each.Path : each.Bundle.Manifest.Name,
            BundleReport.Read(each.Bundle)))];
    }
}
