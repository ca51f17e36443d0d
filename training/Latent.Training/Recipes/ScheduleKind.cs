namespace Latent.Training.Recipes;

/// <summary>The learning rate schedule after the warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>The rate is constant.</summary>
    Constant,

    /// <summary>
    /// The rate falls along half a cosine, from the full rate to <see cref="ScheduleSettings.Minimum"/> at the end of the
    /// last epoch.
    /// </summary>
    Cosine,

    /// <summary>The rate is multiplied by <see cref="ScheduleSettings.Decay"/> after every epoch.</summary>
    WarmupDecay,

    /// <summary>
    /// The rate is multiplied by <see cref="ScheduleSettings.Decay"/> after every <see cref="ScheduleSettings.StepEpochs"/>
    /// epochs.
    /// </summary>
    Step,
}
