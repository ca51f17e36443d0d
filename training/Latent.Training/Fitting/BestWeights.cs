using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Fitting;

/// <summary>Remembers the weights with the lowest validation loss, and says when waiting for lower ones is over.</summary>
/// <param name="model">The model whose weights are kept.</param>
/// <param name="patience">How many epochs without improvement end the run.</param>
/// <param name="minDelta">By how much a loss must be lower to count, at least 0.</param>
internal sealed class BestWeights(Module model, int patience, double minDelta) : IDisposable
{
    private readonly Dictionary<string, Tensor> _kept = [];
    private double _lowest = double.PositiveInfinity;
    private int _waited;

    /// <summary>Whether the loss has not improved for as long as patience allows.</summary>
    public bool IsOver => _waited >= patience;

    /// <summary>Takes note of an epoch's validation loss.</summary>
    public void Observe(double loss)
    {
        if (loss >= _lowest - minDelta)
        {
            _waited++;
            return;
        }

        _lowest = loss;
        _waited = 0;
        Dispose();
        foreach (var (key, weight) in model.state_dict())
            _kept[key] = weight.detach().clone().DetachFromDisposeScope();
    }

    /// <summary>Puts the kept weights back into the model.</summary>
    public void Restore()
    {
        using var frozen = no_grad();
        foreach (var (key, weight) in model.state_dict())
            weight.copy_(_kept[key]);
    }

    /// <summary>Frees the kept weights.</summary>
    public void Dispose()
    {
        foreach (var weight in _kept.Values)
            weight.Dispose();
        _kept.Clear();
    }
}
