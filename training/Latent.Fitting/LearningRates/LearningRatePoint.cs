namespace Latent.Fitting;

/// <summary>A step of a learning rate sweep.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Loss">The loss of the batch, before the step was taken.</param>
/// <param name="Smoothed">The exponential moving average of the loss up to this step.</param>
public readonly record struct LearningRatePoint(double Rate, double Loss, double Smoothed);
