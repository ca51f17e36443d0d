namespace Latent.Fitting;

/// <summary>The progress of a run after a step.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Step">The step in the epoch, from 1.</param>
/// <param name="Steps">The number of steps per epoch.</param>
/// <param name="Loss">The loss of the batch.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss);
