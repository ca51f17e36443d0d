namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The weight of the divergence over a run.</summary>
/// <param name="beta">The weight at the end.</param>
/// <param name="settings">How the weight grows; null where it is constant.</param>
internal sealed class BetaSchedule(double beta, AnnealingSettings? settings)
{
    /// <summary>Returns the weight at a step.</summary>
    /// <param name="progress">The progress of the run, in epochs: 1.5 is the middle of the second epoch.</param>
    public double At(double progress) => settings switch
    {
        null => beta,
        { Kind: AnnealingKind.Cyclical } => beta * Math.Min(1, 2 * (progress / settings.Epochs % 1)),
        _ => beta * Math.Min(1, progress / settings.Epochs),
    };
}
