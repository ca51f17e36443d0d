using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>What a <see cref="Trainer"/> fits: weights, and a loss that says how good they are.</summary>
public interface ITrainableModel
{
    /// <summary>The weights. Whether it is in training mode says which loss <see cref="Evaluate"/> takes.</summary>
    Module Module { get; }

    /// <summary>Whether the model is still smaller than it will be: losses of such epochs say nothing of the whole.</summary>
    bool IsGrowing => false;

    /// <summary>An epoch is about to begin.</summary>
    /// <param name="epoch">From 1.</param>
    void BeginEpoch(int epoch)
    {
    }

    /// <summary>The loss of a batch.</summary>
    /// <param name="batch">The tensors of the rows (<see cref="TensorRows"/>), each [batch, ...].</param>
    /// <param name="progress">How far the run is, in epochs: 1.5 is the middle of the second.</param>
    LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress);

    /// <summary>An epoch is over, with the weights that its last step left.</summary>
    void EndEpoch()
    {
    }

    /// <summary>Writes what the loss remembers of earlier epochs, for a checkpoint; nothing unless overridden.</summary>
    void SaveMemory(BinaryWriter writer)
    {
    }

    /// <summary>Reads what <see cref="SaveMemory"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was written of another model.</exception>
    void LoadMemory(BinaryReader reader)
    {
    }

    /// <summary>The last epoch is over: the model is whole, and no longer in training mode.</summary>
    void EndTraining() => Module.eval();
}
