using System.ComponentModel.DataAnnotations;

namespace Latent.Fitting;

/// <summary>
/// The learning rate over the epochs, as a factor of <see cref="TrainerOptions.LearningRate"/>. While
/// epoch &lt; <see cref="WarmupEpochs"/> it is (epoch + 1) / <see cref="WarmupEpochs"/>; <see cref="Kind"/> applies after that.
/// </summary>
public sealed record LearningRateScheduleOptions
{
    /// <summary>The schedule after the warm-up. Default: constant.</summary>
    public LearningRateScheduleKind Kind { get; init; } = LearningRateScheduleKind.Constant;

    /// <summary>Epochs over which the factor grows to 1, at least 0. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public int WarmupEpochs { get; init; }

    /// <summary>The factor of each decay of <see cref="LearningRateScheduleKind.WarmupDecay"/> and <see cref="LearningRateScheduleKind.Step"/>: more than 0, at most 1. Default: 0.95.</summary>
    [Range(0, 1, MinimumIsExclusive = true)]
    public double Decay { get; init; } = 0.95;

    /// <summary>Epochs between the decays of step, at least 1. Default: 10.</summary>
    [Range(1, double.PositiveInfinity)]
    public int StepEpochs { get; init; } = 10;

    /// <summary>The factor at the end of a cosine: at least 0, at most 1. Default: 0.</summary>
    [Range(0, 1)]
    public double Minimum { get; init; }
}
