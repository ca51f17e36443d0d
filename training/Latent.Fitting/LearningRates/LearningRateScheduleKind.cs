namespace Latent.Fitting;

/// <summary>How the learning rate goes from epoch to epoch, after the warm-up.</summary>
public enum LearningRateScheduleKind
{
    /// <summary>It stays as it is.</summary>
    Constant,

    /// <summary>It falls along half a cosine, from all of it to <see cref="LearningRateScheduleOptions.Minimum"/> at the end of the last epoch.</summary>
    Cosine,

    /// <summary>It is multiplied by <see cref="LearningRateScheduleOptions.Decay"/> after every epoch.</summary>
    WarmupDecay,

    /// <summary>It is multiplied by <see cref="LearningRateScheduleOptions.Decay"/> after every <see cref="LearningRateScheduleOptions.StepEpochs"/> epochs.</summary>
    Step,
}
