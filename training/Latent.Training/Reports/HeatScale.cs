using System.Diagnostics.CodeAnalysis;
using Latent.Bundles;
using Latent.Training.Autoencoders.Scores;

namespace Latent.Training.Reports;

/// <summary>The error that maps to the brightest colour of a heat map.</summary>
internal static class HeatScale
{
    private const double DefaultQuantile = 0.99;
    private const float ThresholdMultiple = 2;

    /// <summary>
    /// Chooses twice the threshold if pixel errors are in the unit of the score, so that images are comparable; otherwise null,
    /// for the largest error of each image.
    /// </summary>
    /// <param name="calibration">The thresholds of the score, or null.</param>
    /// <param name="alarm">The quantile of the threshold. Default: 0.99, or the largest quantile available.</param>
    public static float? Choose(CalibrationSpec? calibration, double? alarm) => IsOfScores(calibration)
        ? Choose(calibration.Thresholds.GetValueOrDefault(
            ScoreCalibration.Name(alarm ?? DefaultQuantile), calibration.Thresholds.Values.Max()))
        : null;

    /// <summary>Whether pixel errors are in the unit of the score.</summary>
    public static bool IsOfScores([NotNullWhen(true)] CalibrationSpec? calibration) => calibration is { ScoreKind: LocalErrorScore.Name };

    /// <summary>Chooses the scale for a given threshold.</summary>
    public static float Choose(double threshold) => ThresholdMultiple * (float)threshold;
}
