using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Fitting;

/// <summary>Remembers the weights with the lowest validation loss, and says when waiting for lower ones is over.</summary>
/// <param name="model">The model whose weights are kept.</param>
/// <param name="patience">How many epochs without improvement end the run.</param>
/// <param name="minDelta">By how much a loss must be lower to count, at least 0.</param>
internal sealed class BestWeights(Module model, int patience, double minDelta) : IDisposable
{
    private readonly Dictionary<string, Tensor> kept = [];
    private double lowest = double.PositiveInfinity;
    private int waited;

    /// <summary>Whether the loss has not improved for as long as patience allows.</summary>
    public bool IsOver => waited >= patience;

    /// <summary>Takes note of an epoch's validation loss.</summary>
    public void Observe(double loss)
    {
        if (loss >= lowest - minDelta)
        {
            waited++;
            return;
        }

        lowest = loss;
        waited = 0;
        Dispose();
        foreach (var (key, weight) in model.state_dict())
            kept[key] = weight.detach().clone().DetachFromDisposeScope();
    }

    /// <summary>Puts the kept weights back into the model.</summary>
    public void Restore()
    {
        using var frozen = no_grad();
        foreach (var (key, weight) in model.state_dict())
            weight.copy_(kept[key]);
    }

    /// <summary>Frees the kept weights.</summary>
    public void Dispose()
    {
        foreach (var weight in kept.Values)
            weight.Dispose();
        kept.Clear();
    }
}
