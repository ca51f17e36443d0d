using System.Globalization;
using System.Text.Json;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Resolves thresholds to scores. Reads the calibration once, so that a call allocates nothing.</summary>
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
        listed = [.. (calibration?.Thresholds ?? new Dictionary<string, double>()).Select(
            entry => (double.Parse(entry.Key, CultureInfo.InvariantCulture), entry.Value))];
        curve = calibration is null ? null : new(listed, calibration.ReferenceQuantiles, calibration.SampleCount);
        Default = AlarmOf(manifest.Options) is { } quantile ? Threshold.Quantile(quantile) : Threshold.Default;
    }

    /// <summary>The threshold from the training options (<c>options.alarm</c>), otherwise the general default.</summary>
    public Threshold Default { get; }

    public double Resolve(Threshold threshold) => threshold.Kind switch
    {
        ThresholdKind.Quantile => FromQuantile(threshold),
        ThresholdKind.FalsePositiveRate => FromRate(threshold),
        _ => threshold.Number,
    };

    private static double? AlarmOf(JsonElement options) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty("alarm", out var alarm)
            && alarm.ValueKind == JsonValueKind.Number
            && alarm.GetDouble() is > 0 and < 1 and var quantile
            ? quantile
            : null;

    private double FromQuantile(Threshold threshold)
    {
        foreach (var (quantile, score) in listed)
        {
            if (Math.Abs(quantile - threshold.Number) < SameQuantile)
                return score;
        }
        throw manifest.Calibration is null ? NotCalibrated() : new InputException(
            "The model has no threshold for this quantile.", "Detect", "threshold",
            $"one of the quantiles {string.Join(", ", manifest.Calibration.Thresholds.Keys)}", threshold.ToString(),
            "use a quantile that the bundle lists, or pass Threshold.FalsePositiveRate(rate) or Threshold.Value(score).");
    }

    private double FromRate(Threshold threshold)
    {
        var known = curve ?? throw NotCalibrated();
        if (known.At(1 - threshold.Number) is { } score)
            return score;
        throw new InputException(
            "The model's calibration does not cover this false-positive rate.", "Detect", "threshold",
            $"a rate from {Text(known.LowestRate)} to {Text(known.HighestRate)}, the range of its {manifest.Calibration!.SampleCount} rows",
            threshold.ToString(), "use a rate in this range, or pass Threshold.Value(score).");
    }

    private UnsupportedOperationException NotCalibrated() => new(
        "The model has no calibration for a threshold.", $"Detect, model '{manifest.Name}'", "a calibration in bundle.json", "none",
        "train with a calibration section in the recipe, or pass Threshold.Value(score).");

    private static string Text(double rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);
}
