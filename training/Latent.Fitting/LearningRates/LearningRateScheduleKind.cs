namespace Latent.Fitting;

/// <summary>The learning rate schedule after the warm-up.</summary>
public enum LearningRateScheduleKind
{
    /// <summary>The rate is constant.</summary>
    Constant,

    /// <summary>
    /// The rate falls along half a cosine, from the full rate to <see cref="LearningRateScheduleOptions.Minimum"/> at the end of the
    /// last epoch.
    /// </summary>
    Cosine,

    /// <summary>The rate is multiplied by <see cref="LearningRateScheduleOptions.Decay"/> after every epoch.</summary>
    WarmupDecay,

    /// <summary>
    /// The rate is multiplied by <see cref="LearningRateScheduleOptions.Decay"/> after every
    /// <see cref="LearningRateScheduleOptions.StepEpochs"/>
    /// epochs.
    /// </summary>
    Step,
}
