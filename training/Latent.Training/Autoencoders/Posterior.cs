using Latent.Onnx;

namespace Latent.Training.Autoencoders;

/// <summary>The output of an encoder: the mean of the code and, for a Gaussian posterior, the logarithm of its variance.</summary>
/// <typeparam name="V">The backend.</typeparam>
/// <param name="Mean">The mean, or the code itself where it is deterministic, [batch, latent].</param>
/// <param name="LogVariance">The logarithm of the variance, [batch, latent]; null where the code is deterministic.</param>
/// <param name="PreActivation">
/// The pre-activation of a sparse code in training, [batch, latent]; null for other codes and outside training.
/// </param>
public readonly record struct Posterior<V>(V Mean, V? LogVariance = null, V? PreActivation = null)
    where V : struct, IValue<V>;
