using Latent.Onnx;

namespace Latent.Training.Autoencoders;

/// <summary>What an encoder says of the code: its mean and, for a Gaussian posterior, the logarithm of its variance.</summary>
/// <typeparam name="V">The backend.</typeparam>
/// <param name="Mean">The mean, or the code itself, [batch, latent].</param>
/// <param name="LogVariance">The logarithm of the variance, [batch, latent]; null where the code is deterministic.</param>
/// <param name="PreActivation">What a sparse code was chosen from, [batch, latent]; null elsewhere, and outside training.</param>
public readonly record struct Posterior<V>(V Mean, V? LogVariance = null, V? PreActivation = null)
    where V : struct, IValue<V>;
