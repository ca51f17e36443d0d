using System.Globalization;
using System.Text.Json;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>From the threshold that is asked for to a score. Reads the calibration once, so that a call allocates nothing.</summary>
internal sealed class Thresholds
{
    private const double SameQuantile = 1e-12;

    private readonly BundleManifest manifest;
    private readonly (double Quantile, double Score)[] listed;
    private readonly QuantileCurve? curve;

    public Thresholds(BundleManifest manifest)
    {
        this.manifest = manifest;
        var calibration = manifest.Calibration;
        listed = [.. (calibration?.Thresholds ?? new Dictionary<string, double>()).Select(entry => (double.Parse(entry.Key, CultureInfo.InvariantCulture), entry.Value))];
        curve = calibration is null ? null : new(listed, calibration.ReferenceQuantiles, calibration.SampleCount);
        Default = AlarmOf(manifest.Options) is { } quantile ? Threshold.Quantile(quantile) : Threshold.Default;
    }

    /// <summary>What the bundle's training asked for (<c>options.alarm</c>), else the general default.</summary>
    public Threshold Default { get; }

    public double Resolve(Threshold threshold) => threshold.Kind switch
    {
        ThresholdKind.Quantile => OfQuantile(threshold),
        ThresholdKind.FalsePositiveRate => OfRate(threshold),
        _ => threshold.Number,
    };

    private static double? AlarmOf(JsonElement options) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty("alarm", out var alarm) && alarm.ValueKind == JsonValueKind.Number && alarm.GetDouble() is > 0 and < 1 and var quantile
            ? quantile
            : null;

    private double OfQuantile(Threshold threshold)
    {
        foreach (var (quantile, score) in listed)
        {
            if (Math.Abs(quantile - threshold.Number) < SameQuantile)
                return score;
        }
        throw manifest.Calibration is null ? NotCalibrated() : new InputException(
            "The model has no threshold for this quantile.", "Detect", "threshold",
            $"one of the quantiles {string.Join(", ", manifest.Calibration.Thresholds.Keys)}", threshold.ToString(),
            "ask for a quantile that the bundle lists, or pass Threshold.FalsePositiveRate(rate) or Threshold.Value(score).");
    }

    private double OfRate(Threshold threshold)
    {
        var known = curve ?? throw NotCalibrated();
        if (known.At(1 - threshold.Number) is { } score)
            return score;
        throw new InputException(
            "The calibration of the model says nothing about this false-positive rate.", "Detect", "threshold",
            $"a rate from {Text(known.LowestRate)} to {Text(known.HighestRate)}, as its {manifest.Calibration!.SampleCount} rows allow", threshold.ToString(),
            "ask for a rate in this range, or pass Threshold.Value(score).");
    }

    private UnsupportedOperationException NotCalibrated() => new(
        "The model has no calibration to take a threshold from.", $"Detect, model '{manifest.Name}'", "a calibration in bundle.json", "none",
        "train with a calibration section in the recipe, or pass Threshold.Value(score).");

    private static string Text(double rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);
}
