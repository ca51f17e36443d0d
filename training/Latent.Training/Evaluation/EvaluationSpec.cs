using System.Text.Json;
using Latent.Bundles;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Normalization;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;

namespace Latent.Training.Evaluation;

/// <summary>What a bundle says of how it is measured: export writes it into the manifest's options, evaluation reads it from there.</summary>
internal sealed record EvaluationSpec
{
    /// <summary>The number of numbers in a row.</summary>
    public required int InputSize { get; init; }

    /// <summary>Bernoulli: the reconstruction part is the cross-entropy, summed over features; Gaussian: the squared error, averaged over them, or half their sum where codes are Gaussian.</summary>
    public Likelihood Likelihood { get; init; }

    /// <summary>The weight of the divergence.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Whether that weight counts once for each value of a row that is not 0.</summary>
    public bool BetaPerRating { get; init; }

    /// <summary>Whether rows become 0 or 1 first.</summary>
    public Binarization Binarization { get; init; }

    /// <summary>How the model scales numbers; errors are measured in logarithms where it takes them.</summary>
    public NormalizationKind Normalization { get; init; }

    /// <summary>Labels of normal rows; null where all are.</summary>
    public IReadOnlyList<string>? Normal { get; init; }

    /// <summary>The quantile of normal scores above which a row counts as an anomaly; null where no figures are given at a threshold.</summary>
    public double? Alarm { get; init; }

    /// <summary>The score at <see cref="Alarm"/>.</summary>
    public double? Threshold { get; init; }

    /// <summary>Above which value a number of a code counts as active; null where codes are not sparse.</summary>
    public double? ActiveAbove { get; init; }

    /// <summary>What rows were corrupted by in training; null where they were not.</summary>
    public CorruptionSettings? Corruption { get; init; }

    /// <summary>Which users were held out, for models of ratings; null for others.</summary>
    public HeldOutSpec? Ratings { get; init; }

    /// <summary>Codes drawn for each row to estimate <c>nll</c>; 0 leaves it out.</summary>
    public int ImportanceSamples { get; init; }

    /// <summary>Whether the values of a row that are 0 say nothing, so that errors over all values say little.</summary>
    public bool IsOfRatings => Likelihood is Likelihood.Multinomial or Likelihood.Rated;

    /// <summary>Whether the likelihood is Bernoulli.</summary>
    public bool IsBernoulli => Likelihood == Likelihood.Bernoulli;

    /// <summary>Whether errors are measured in logarithms.</summary>
    public bool IsLogarithmic => Normalization is NormalizationKind.LogMinMax or NormalizationKind.LogStandardize;

    /// <summary>Reads it from a manifest.</summary>
    public static EvaluationSpec From(BundleManifest manifest)
    {
        var options = manifest.Options;
        var alarm = Read<double?>(options, nameof(Alarm));
        return new EvaluationSpec
        {
            InputSize = (int)manifest.Input.Shape.Aggregate(1L, (product, extent) => product * extent),
            Likelihood = Read<Likelihood?>(options, nameof(Likelihood)) ?? Likelihood.Gaussian,
            Beta = Read<double?>(options, nameof(Beta)) ?? 1,
            BetaPerRating = Read<bool?>(options, nameof(BetaPerRating)) ?? false,
            Binarization = Read<Binarization?>(options, nameof(Binarization)) ?? Binarization.None,
            Normalization = Read<NormalizationKind?>(options, nameof(Normalization)) ?? NormalizationKind.None,
            Normal = Read<string[]>(options, nameof(Normal)),
            Alarm = alarm,
            Threshold = alarm is { } quantile && manifest.Calibration is { } calibration ? calibration.Thresholds[ScoreCalibration.Name(quantile)] : null,
            ActiveAbove = Read<double?>(options, nameof(ActiveAbove)),
            Corruption = Read<CorruptionSettings>(options, nameof(Corruption)),
            Ratings = Read<HeldOutSpec>(options, nameof(Ratings)),
        };
    }

    /// <summary>What the manifest holds beside the options of the model.</summary>
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
