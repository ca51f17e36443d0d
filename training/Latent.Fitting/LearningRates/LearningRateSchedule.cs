namespace Latent.Fitting;

/// <summary>
/// The learning rate over a run, as a factor of <see cref="TrainerOptions.LearningRate"/>: a linear increase over the warm-up
/// epochs, then constant,
/// half a cosine ½ (1 + cos πt) (Loshchilov and Hutter 2017), or a decay every epoch or every few epochs (for example,
/// warm-up 5, decay 0.95).
/// </summary>
/// <param name="settings">The kind of schedule and its parameters.</param>
/// <param name="epochs">The length of the run, in epochs.</param>
public sealed class LearningRateSchedule(LearningRateScheduleOptions settings, int epochs)
{
    /// <summary>Returns the factor at a step.</summary>
    /// <param name="progress">The progress of the run, in epochs: 1.5 is the middle of the second epoch.</param>
    /// <returns>At least 0; 1 is the full rate.</returns>
    public double Factor(double progress)
    {
        var epoch = (int)progress;
        if (epoch < settings.WarmupEpochs)
            return (epoch + 1.0) / settings.WarmupEpochs;

        return settings.Kind switch
        {
            LearningRateScheduleKind.Cosine => Cosine((progress - settings.WarmupEpochs) / Math.Max(1, epochs - settings.WarmupEpochs)),
            LearningRateScheduleKind.WarmupDecay => Math.Pow(settings.Decay, epoch - settings.WarmupEpochs),
            LearningRateScheduleKind.Step => Math.Pow(settings.Decay, (epoch - settings.WarmupEpochs) / settings.StepEpochs),
            _ => 1,
        };
    }

    private double Cosine(double share) => settings.Minimum + ((1 - settings.Minimum) * 0.5 * (1 + Math.Cos(Math.PI * share)));
}
