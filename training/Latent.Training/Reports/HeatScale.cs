using System.Diagnostics.CodeAnalysis;
using Latent.Bundles;
using Latent.Training.Autoencoders.Scores;

namespace Latent.Training.Reports;

/// <summary>Which error gets the brightest colour of a heat map.</summary>
internal static class HeatScale
{
    private const double Usual = 0.99;
    private const float PastThreshold = 2;

    /// <summary>
    /// Where the errors of pixels are in the unit of the score, twice the threshold, so that pictures can be compared; null,
    /// the largest error of each picture, where they are not.
    /// </summary>
    /// <param name="calibration">The thresholds of the score; null where there are none.</param>
    /// <param name="alarm">The quantile of the threshold. Default: 0.99, or the largest there is.</param>
    public static float? Choose(CalibrationSpec? calibration, double? alarm) => IsOfScores(calibration)
        ? Choose(calibration.Thresholds.GetValueOrDefault(ScoreCalibration.Name(alarm ?? Usual), calibration.Thresholds.Values.Max()))
        : null;

    /// <summary>Whether the errors of pixels are in the unit of the score.</summary>
    public static bool IsOfScores([NotNullWhen(true)] CalibrationSpec? calibration) => calibration is { ScoreKind: LocalErrorScore.Name };

    /// <summary>The same for a threshold that is known.</summary>
    public static float Choose(double threshold) => PastThreshold * (float)threshold;
}
