using System.Text.Json;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>One of several bundles that are compared.</summary>
/// <param name="Name">What tells it from the others.</param>
/// <param name="Content">What it says of itself.</param>
internal sealed record ComparedBundle(string Name, ReportContent Content)
{
    /// <summary>The manifest.</summary>
    public BundleManifest Manifest => Content.Manifest;

    /// <summary>What the loss measures: losses of two kinds are on two scales.</summary>
    public string LossKind =>
        Manifest.Options.ValueKind == JsonValueKind.Object && Manifest.Options.TryGetProperty("likelihood", out var likelihood) && likelihood.ValueKind == JsonValueKind.String
            ? $"{likelihood.GetString()} loss"
            : "loss";

    /// <summary>Reads bundles; those of one name are told apart by their paths.</summary>
    /// <param name="bundles">The bundles, and their paths as a person wrote them.</param>
    /// <exception cref="BundleException">One of them has no metrics.</exception>
    public static IReadOnlyList<ComparedBundle> Read(IReadOnlyList<(string Path, Bundle Bundle)> bundles)
    {
        var names = bundles.Select(each => each.Bundle.Manifest.Name).ToList();
        return [.. bundles.Select(each => new ComparedBundle(
            names.Count(name => name == each.Bundle.Manifest.Name) > 1 ? each.Path : each.Bundle.Manifest.Name,
            BundleReport.Read(each.Bundle)))];
    }
}
