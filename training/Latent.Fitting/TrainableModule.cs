using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>
/// Any TorchSharp module with a loss:
/// <c>new TrainableModule(net, batch => functional.cross_entropy(net.call(batch[0]), batch[1]))</c>.
/// </summary>
/// <param name="module">The module.</param>
/// <param name="loss">
/// The loss of a batch and its terms. The batch holds the tensors of <see cref="TensorRows"/>, each [batch, ...]; the module is in
/// training mode in steps and in evaluation mode in validation.
/// </param>
public sealed class TrainableModule(Module module, Func<IReadOnlyList<Tensor>, LossTerms> loss) : ITrainableModel
{
    /// <summary>A module whose loss has no terms to report.</summary>
    /// <param name="module">The module.</param>
    /// <param name="loss">The loss of a batch: a scalar, the mean over its rows.</param>
    public TrainableModule(Module module, Func<IReadOnlyList<Tensor>, Tensor> loss)
        : this(module, batch => new LossTerms(loss(batch), []))
    {
    }

    /// <inheritdoc/>
    public Module Module => module;

    /// <inheritdoc/>
    public LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress) => loss(batch);
}
