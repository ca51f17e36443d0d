using System.Globalization;
using System.Text.Json;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>From the threshold that is asked for to a score. Reads the calibration once, so that a call allocates nothing.</summary>
internal sealed class Thresholds(BundleManifest manifest)
{
    private const double SameQuantile = 1e-12;

    private readonly (double Quantile, double Score)[] listed =
    [
        .. (manifest.Calibration?.Thresholds ?? new Dictionary<string, double>())
            .Select(entry => (double.Parse(entry.Key, CultureInfo.InvariantCulture), entry.Value)),
    ];

    /// <summary>What the bundle's training asked for (<c>options.alarm</c>), else the general default.</summary>
    public Threshold Default { get; } =
        manifest.Options.ValueKind == JsonValueKind.Object && manifest.Options.TryGetProperty("alarm", out var alarm) && alarm.ValueKind == JsonValueKind.Number && alarm.GetDouble() is > 0 and < 1 and var quantile
            ? Threshold.Quantile(quantile)
            : Threshold.Default;

    public double Resolve(Threshold threshold)
    {
        if (!threshold.IsQuantile)
            return threshold.Number;
        foreach (var (quantile, score) in listed)
        {
            if (Math.Abs(quantile - threshold.Number) < SameQuantile)
                return score;
        }
        throw Unlisted(threshold);
    }

    private Exception Unlisted(Threshold threshold) => manifest.Calibration is { } calibration
        ? new InputException(
            "The model has no threshold for this quantile.", "Detect", "threshold",
            $"one of the quantiles {string.Join(", ", calibration.Thresholds.Keys)}", threshold.ToString(),
            "ask for a quantile that the bundle lists, or pass Threshold.Value(score).")
        : new UnsupportedVerbException(
            "The model has no calibration to take a threshold from.", $"Detect, model '{manifest.Name}'", "a calibration in bundle.json", "none",
            "train with a calibration section in the recipe, or pass Threshold.Value(score).");
}
