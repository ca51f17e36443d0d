using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>Remembers the weights with the lowest validation loss, and says when waiting for lower ones is over.</summary>
/// <param name="model">The model whose weights are kept.</param>
/// <param name="patience">How many epochs without improvement end the run.</param>
/// <param name="minDelta">By how much a loss must be lower to count, at least 0.</param>
internal sealed class BestWeights(Module model, int patience, double minDelta) : IDisposable
{
    /// <summary>The weights of the lowest loss; empty before the first.</summary>
    public WeightSnapshot Kept { get; } = new();

    /// <summary>The lowest loss so far; infinite before the first.</summary>
    public double Lowest { get; private set; } = double.PositiveInfinity;

    /// <summary>Epochs since then.</summary>
    public int Waited { get; private set; }

    /// <summary>Whether the loss has not improved for as long as patience allows.</summary>
    public bool IsOver => Waited >= patience;

    /// <summary>Takes note of an epoch's validation loss.</summary>
    public void Observe(double loss)
    {
        if (loss >= Lowest - minDelta)
        {
            Waited++;
            return;
        }

        (Lowest, Waited) = (loss, 0);
        Kept.Take(model);
    }

    /// <summary>Goes on where another run stopped; its <see cref="Kept"/> is loaded apart.</summary>
    public void Continue(double lowest, int waited) => (Lowest, Waited) = (lowest, waited);

    /// <summary>Puts the kept weights back into the model.</summary>
    public void Restore() => Kept.Give(model);

    /// <summary>Frees the kept weights.</summary>
    public void Dispose() => Kept.Dispose();
}
