using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The sum over features of -x log x̂ - (1 - x) log(1 - x̂), the negative log-likelihood of a Bernoulli decoder. It is
/// computed from the logit l = logit x̂ as softplus(l) - x l, which is the same value without overflow and in fewer passes
/// over memory.
/// </summary>
internal sealed class BinaryCrossEntropy : ReconstructionLoss
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The decoder does not end with a sigmoid.</exception>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output)
    {
        Check(output);
        return (preActivation.Softplus() - (preActivation * target)).Sum([-1]);
    }

    /// <inheritdoc/>
    internal override Tensor MeanOfRows(TensorValue preActivation, TensorValue target, OutputActivation output)
    {
        Check(output);
        var sum = nn.functional.binary_cross_entropy_with_logits(preActivation.Tensor, target.Tensor, reduction: nn.Reduction.Sum);
        return sum / Scalars.Get(target.Tensor.shape[0]);
    }

    private static void Check(OutputActivation output)
    {
        if (output != OutputActivation.Sigmoid)
            throw new ArgumentException(
                $"A Bernoulli likelihood needs a decoder that ends with a sigmoid. Received: {output}. " +
                "Set options.output to sigmoid, or objective.likelihood to gaussian.",
                nameof(output));
    }
}
