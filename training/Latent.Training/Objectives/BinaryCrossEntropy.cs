using Latent.Training.Layers;

namespace Latent.Training.Objectives;

/// <summary>
/// The sum over features of -x log x̂ - (1 - x) log(1 - x̂), the negative log-likelihood of a Bernoulli decoder
/// (the article, section 2). It is computed from the logit l = logit x̂ as softplus(l) - x l, which is the same
/// number without overflow and in fewer passes over memory.
/// </summary>
public sealed class BinaryCrossEntropy : ReconstructionLoss
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The decoder does not end with a sigmoid.</exception>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output) =>
        output == OutputActivation.Sigmoid
            ? (preActivation.Softplus() - (preActivation * target)).Sum([-1])
            : throw new ArgumentException($"A Bernoulli likelihood needs a decoder that ends with a sigmoid. Received: {output}. Set options.output to sigmoid, or objective.likelihood to gaussian.", nameof(output));
}
