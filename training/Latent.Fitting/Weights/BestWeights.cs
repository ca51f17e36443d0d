using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>Keeps the weights with the lowest validation loss, and decides when early stopping ends the run.</summary>
/// <param name="model">The model whose weights are kept.</param>
/// <param name="patience">The number of epochs without improvement after which the run ends.</param>
/// <param name="minDelta">The minimum decrease of the loss that counts as an improvement, at least 0.</param>
internal sealed class BestWeights(Module model, int patience, double minDelta) : IDisposable
{
    /// <summary>The weights with the lowest loss; empty before the first epoch.</summary>
    public WeightSnapshot Kept { get; } = new();

    /// <summary>The lowest loss so far; infinity before the first epoch.</summary>
    public double Lowest { get; private set; } = double.PositiveInfinity;

    /// <summary>The number of epochs since the lowest loss.</summary>
    public int Waited { get; private set; }

    /// <summary>Whether the loss has not improved for as long as patience allows.</summary>
    public bool IsOver => Waited >= patience;

    /// <summary>Records the validation loss of an epoch.</summary>
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

    /// <summary>Restores the state of an earlier run, except <see cref="Kept"/>, which is loaded separately.</summary>
    public void Continue(double lowest, int waited) => (Lowest, Waited) = (lowest, waited);

    /// <summary>Copies the kept weights back into the model.</summary>
    public void Restore() => Kept.Give(model);

    /// <summary>Frees the kept weights.</summary>
    public void Dispose() => Kept.Dispose();
}
