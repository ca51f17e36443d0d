using System.Text.Json;
using Latent.Bundles;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Normalization;
using Latent.Training.Recommenders;
using Latent.Training.Rows;

namespace Latent.Training.Evaluation;

/// <summary>How a bundle is evaluated: export writes this into the manifest's options, and evaluation reads it from there.</summary>
public sealed record EvaluationSpec
{
    /// <summary>The number of features per row.</summary>
    public required int InputSize { get; init; }

    /// <summary>
    /// The likelihood. Bernoulli: the reconstruction term is the cross-entropy, summed over features; Gaussian: the squared
    /// error, averaged over features, or half its sum if codes are Gaussian.
    /// </summary>
    public Likelihood Likelihood { get; init; }

    /// <summary>The weight of the KL divergence.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Whether <see cref="Beta"/> is multiplied by the number of nonzero values in a row.</summary>
    public bool BetaPerRating { get; init; }

    /// <summary>How rows are binarized to 0 and 1 before the evaluation.</summary>
    public Binarization Binarization { get; init; }

    /// <summary>How the model normalizes values; errors are measured in logarithms if it takes logarithms.</summary>
    public NormalizationKind Normalization { get; init; }

    /// <summary>The labels of normal rows; null if all rows are normal.</summary>
    public IReadOnlyList<string>? Normal { get; init; }

    /// <summary>The quantile of normal scores above which a row counts as an anomaly; null without metrics at a threshold.</summary>
    public double? Alarm { get; init; }

    /// <summary>The score at <see cref="Alarm"/>.</summary>
    public double? Threshold { get; init; }

    /// <summary>The value above which a latent counts as active; null if codes are not sparse.</summary>
    public double? ActiveAbove { get; init; }

    /// <summary>The corruption of rows in training; null without corruption.</summary>
    public CorruptionSettings? Corruption { get; init; }

    /// <summary>The held-out users of rating models; null for other models.</summary>
    public HeldOutSpec? Ratings { get; init; }

    /// <summary>The number of codes sampled per row to estimate <c>nll</c>; 0 skips it.</summary>
    public int ImportanceSamples { get; init; }

    /// <summary>Whether a value of 0 means a missing rating, so that errors over all values are not meaningful.</summary>
    public bool IsOfRatings => Likelihood is Likelihood.Multinomial or Likelihood.Rated;

    /// <summary>Whether the likelihood is Bernoulli.</summary>
    public bool IsBernoulli => Likelihood == Likelihood.Bernoulli;

    /// <summary>Whether errors are measured in logarithms.</summary>
    public bool IsLogarithmic => Normalization is NormalizationKind.LogMinMax or NormalizationKind.LogStandardize;

    /// <summary>Reads the specification from a manifest.</summary>
    public static EvaluationSpec From(BundleManifest manifest)
    {
        var options = manifest.Options;
        var alarm = Read<double?>(options, nameof(Alarm));
        return new EvaluationSpec
        {
            InputSize = manifest.Input.RowSize,
            Likelihood = Read<Likelihood?>(options, nameof(Likelihood)) ?? Likelihood.Gaussian,
            Beta = Read<double?>(options, nameof(Beta)) ?? 1,
            BetaPerRating = Read<bool?>(options, nameof(BetaPerRating)) ?? false,
            Binarization = Read<Binarization?>(options, nameof(Binarization)) ?? Binarization.None,
            Normalization = Read<NormalizationKind?>(options, nameof(Normalization)) ?? NormalizationKind.None,
            Normal = Read<string[]>(options, nameof(Normal)),
            Alarm = alarm,
            Threshold = alarm is { } quantile && manifest.Calibration is { } calibration
                ? calibration.Thresholds[ScoreCalibration.Name(quantile)]
                : null,
            ActiveAbove = Read<double?>(options, nameof(ActiveAbove)),
            Corruption = Read<CorruptionSettings>(options, nameof(Corruption)),
            Ratings = Read<HeldOutSpec>(options, nameof(Ratings)),
        };
    }

    /// <summary>Returns the entries that the manifest stores in addition to the model options.</summary>
    public IEnumerable<KeyValuePair<string, object>> ToOptions()
    {
        var values = new (string Name, object? Value)[]
        {
            (nameof(Likelihood), Likelihood),
            (nameof(Beta), Beta),
            (nameof(BetaPerRating), BetaPerRating ? true : null),
            (nameof(Binarization), Binarization == Binarization.None ? null : Binarization),
            (nameof(Normal), Normal),
            (nameof(Alarm), Alarm),
            (nameof(ActiveAbove), ActiveAbove),
            (nameof(Corruption), Corruption),
            (nameof(Ratings), Ratings),
        };
        return values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(KeyOf(value.Name), value.Value!));
    }

    private static T? Read<T>(JsonElement options, string name) =>
        options.TryGetProperty(KeyOf(name), out var value) ? value.Deserialize<T>(RecordBinder.JsonOptions) : default;

    private static string KeyOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
